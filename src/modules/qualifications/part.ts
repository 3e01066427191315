import type { Part } from '../../platform/part.ts'
import { qualificationExamples } from './examples.ts'
import { qualificationBindings } from './http/bindings.ts'
import { qualificationPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const qualificationsPart: Part = { bindings: qualificationBindings, permissions: qualificationPermissions, examples: qualificationExamples, zh, en }
