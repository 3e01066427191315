import type { Part } from '../../platform/part.ts'
import { settlementExamples } from './examples.ts'
import { settlementBindings } from './http/bindings.ts'
import { settlementPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const settlementPart: Part = { bindings: settlementBindings, permissions: settlementPermissions, examples: settlementExamples, zh, en }
