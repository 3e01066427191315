import type { Part } from '../../platform/part.ts'
import { dutyExamples } from './examples.ts'
import { dutyBindings } from './http/bindings.ts'
import { dutyPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const dutiesPart: Part = { bindings: dutyBindings, permissions: dutyPermissions, examples: dutyExamples, zh, en }
