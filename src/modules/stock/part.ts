import type { Part } from '../../platform/part.ts'
import { stockExamples } from './examples.ts'
import { stockBindings } from './http/bindings.ts'
import { stockPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const stockPart: Part = { bindings: stockBindings, permissions: stockPermissions, examples: stockExamples, zh, en }
