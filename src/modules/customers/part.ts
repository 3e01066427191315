import type { Part } from '../../platform/part.ts'
import { customerExamples } from './examples.ts'
import { customerBindings } from './http/bindings.ts'
import { customerPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const customersPart: Part = { bindings: customerBindings, permissions: customerPermissions, examples: customerExamples, zh, en }
