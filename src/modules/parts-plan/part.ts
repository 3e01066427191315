import type { Part } from '../../platform/part.ts'
import { partsPlanExamples } from './examples.ts'
import { partsPlanBindings } from './http/bindings.ts'
import { partsPlanPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const partsPlanPart: Part = { bindings: partsPlanBindings, permissions: partsPlanPermissions, examples: partsPlanExamples, zh, en }
