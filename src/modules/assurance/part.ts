import type { Part } from '../../platform/part.ts'
import { assuranceExamples } from './examples.ts'
import { assuranceBindings } from './http/bindings.ts'
import { assurancePermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const assurancePart: Part = { bindings: assuranceBindings, permissions: assurancePermissions, examples: assuranceExamples, zh, en }
