import type { Part } from '../../platform/part.ts'
import { supplierExamples } from './examples.ts'
import { supplierBindings } from './http/bindings.ts'
import { supplierPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const suppliersPart: Part = { bindings: supplierBindings, permissions: supplierPermissions, examples: supplierExamples, zh, en }
