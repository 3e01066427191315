import type { Part } from '../../platform/part.ts'
import { approvalExamples } from './examples.ts'
import { approvalBindings } from './http/bindings.ts'
import { approvalPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const approvalsPart: Part = { bindings: approvalBindings, permissions: approvalPermissions, examples: approvalExamples, zh, en }
