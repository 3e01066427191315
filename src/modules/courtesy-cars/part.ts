import type { Part } from '../../platform/part.ts'
import { courtesyCarExamples } from './examples.ts'
import { courtesyCarBindings } from './http/bindings.ts'
import { courtesyCarPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const courtesyCarsPart: Part = { bindings: courtesyCarBindings, permissions: courtesyCarPermissions, examples: courtesyCarExamples, zh, en }
