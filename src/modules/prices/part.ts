import type { Part } from '../../platform/part.ts'
import { priceExamples } from './examples.ts'
import { priceBindings } from './http/bindings.ts'
import { pricePermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const pricesPart: Part = { bindings: priceBindings, permissions: pricePermissions, examples: priceExamples, zh, en }
