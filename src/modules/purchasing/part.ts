import type { Part } from '../../platform/part.ts'
import { purchasingExamples } from './examples.ts'
import { purchasingBindings } from './http/bindings.ts'
import { purchasingPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const purchasingPart: Part = { bindings: purchasingBindings, permissions: purchasingPermissions, examples: purchasingExamples, zh, en }
