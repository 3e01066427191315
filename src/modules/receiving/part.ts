import type { Part } from '../../platform/part.ts'
import { receivingExamples } from './examples.ts'
import { receivingBindings } from './http/bindings.ts'
import { receivingPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const receivingPart: Part = { bindings: receivingBindings, permissions: receivingPermissions, examples: receivingExamples, zh, en }
