import type { Part } from '../../platform/part.ts'
import { pickingExamples } from './examples.ts'
import { pickingBindings } from './http/bindings.ts'
import { pickingPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const pickingPart: Part = { bindings: pickingBindings, permissions: pickingPermissions, examples: pickingExamples, zh, en }
