import type { Part } from '../../platform/part.ts'
import { careExamples } from './examples.ts'
import { careBindings } from './http/bindings.ts'
import { carePermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const carePart: Part = { bindings: careBindings, permissions: carePermissions, examples: careExamples, zh, en }
