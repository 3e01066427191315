import type { Part } from '../../platform/part.ts'
import { binExamples } from './examples.ts'
import { binBindings } from './http/bindings.ts'
import { binPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const binsPart: Part = { bindings: binBindings, permissions: binPermissions, examples: binExamples, zh, en }
