import type { Part } from '../../platform/part.ts'
import { qualityExamples } from './examples.ts'
import { qualityBindings } from './http/bindings.ts'
import { qualityPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const qualityPart: Part = { bindings: qualityBindings, permissions: qualityPermissions, examples: qualityExamples, zh, en }
