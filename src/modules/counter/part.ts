import type { Part } from '../../platform/part.ts'
import { counterExamples } from './examples.ts'
import { counterBindings } from './http/bindings.ts'
import { counterPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const counterPart: Part = { bindings: counterBindings, permissions: counterPermissions, examples: counterExamples, zh, en }
