import type { Part } from '../../platform/part.ts'
import { countExamples } from './examples.ts'
import { countBindings } from './http/bindings.ts'
import { countPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const countsPart: Part = { bindings: countBindings, permissions: countPermissions, examples: countExamples, zh, en }
