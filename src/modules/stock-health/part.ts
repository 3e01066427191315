import type { Part } from '../../platform/part.ts'
import { stockHealthExamples } from './examples.ts'
import { stockHealthBindings } from './http/bindings.ts'
import { stockHealthPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const stockHealthPart: Part = { bindings: stockHealthBindings, permissions: stockHealthPermissions, examples: stockHealthExamples, zh, en }
