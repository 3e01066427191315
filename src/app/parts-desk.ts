import { counterExamples } from '../modules/counter/examples.ts'
import { counterBindings } from '../modules/counter/http/bindings.ts'
import { counterPermissions } from '../modules/counter/permissions.ts'
import { en as counterEn } from '../modules/counter/texts/en.ts'
import { zh as counterZh } from '../modules/counter/texts/zh-CN.ts'
import { stockHealthExamples } from '../modules/stock-health/examples.ts'
import { stockHealthBindings } from '../modules/stock-health/http/bindings.ts'
import { stockHealthPermissions } from '../modules/stock-health/permissions.ts'
import { en as stockHealthEn } from '../modules/stock-health/texts/en.ts'
import { zh as stockHealthZh } from '../modules/stock-health/texts/zh-CN.ts'
import type { Part } from './part.ts'

/** The counter and the health of the stock, as `modules.ts` lists them. */
export const partsDeskParts: readonly Part[] = [
  { bindings: counterBindings, permissions: counterPermissions, examples: counterExamples, zh: counterZh, en: counterEn },
  { bindings: stockHealthBindings, permissions: stockHealthPermissions, examples: stockHealthExamples, zh: stockHealthZh, en: stockHealthEn },
]
