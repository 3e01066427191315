import type { Part } from '../../platform/part.ts'
import { expenseExamples } from './examples.ts'
import { expenseBindings } from './http/bindings.ts'
import { expensePermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const expensesPart: Part = { bindings: expenseBindings, permissions: expensePermissions, examples: expenseExamples, zh, en }
