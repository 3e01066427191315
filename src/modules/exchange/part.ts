import type { Part } from '../../platform/part.ts'
import { exchangeExamples } from './examples.ts'
import { exchangeBindings } from './http/bindings.ts'
import { exchangePermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const exchangePart: Part = { bindings: exchangeBindings, permissions: exchangePermissions, examples: exchangeExamples, zh, en }
