import type { Part } from '../../platform/part.ts'
import { rosterExamples } from './examples.ts'
import { rosterBindings } from './http/bindings.ts'
import { rosterPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const rostersPart: Part = { bindings: rosterBindings, permissions: rosterPermissions, examples: rosterExamples, zh, en }
