import type { Part } from '../../platform/part.ts'
import { privacyExamples } from './examples.ts'
import { privacyBindings } from './http/bindings.ts'
import { privacyPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const privacyPart: Part = { bindings: privacyBindings, permissions: privacyPermissions, examples: privacyExamples, zh, en }
