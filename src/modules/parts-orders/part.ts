import type { Part } from '../../platform/part.ts'
import { partsOrderExamples } from './examples.ts'
import { partsOrderBindings } from './http/bindings.ts'
import { partsOrderPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const partsOrdersPart: Part = { bindings: partsOrderBindings, permissions: partsOrderPermissions, examples: partsOrderExamples, zh, en }
