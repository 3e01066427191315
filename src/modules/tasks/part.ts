import type { Part } from '../../platform/part.ts'
import { taskExamples } from './examples.ts'
import { taskBindings } from './http/bindings.ts'
import { taskPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const tasksPart: Part = { bindings: taskBindings, permissions: taskPermissions, examples: taskExamples, zh, en }
