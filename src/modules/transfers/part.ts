import type { Part } from '../../platform/part.ts'
import { transferExamples } from './examples.ts'
import { transferBindings } from './http/bindings.ts'
import { transferPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const transfersPart: Part = { bindings: transferBindings, permissions: transferPermissions, examples: transferExamples, zh, en }
