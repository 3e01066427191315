import type { Part } from '../../platform/part.ts'
import { repairOrderExamples } from './examples.ts'
import { repairOrderBindings } from './http/bindings.ts'
import { repairOrderPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const repairOrdersPart: Part = { bindings: repairOrderBindings, permissions: repairOrderPermissions, examples: repairOrderExamples, zh, en }
