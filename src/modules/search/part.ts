import type { Part } from '../../platform/part.ts'
import { searchExamples } from './examples.ts'
import { searchBindings } from './http/bindings.ts'
import { searchPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const searchPart: Part = { bindings: searchBindings, permissions: searchPermissions, examples: searchExamples, zh, en }
