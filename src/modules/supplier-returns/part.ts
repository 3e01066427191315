import type { Part } from '../../platform/part.ts'
import { supplierReturnExamples } from './examples.ts'
import { supplierReturnBindings } from './http/bindings.ts'
import { supplierReturnPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const supplierReturnsPart: Part = { bindings: supplierReturnBindings, permissions: supplierReturnPermissions, examples: supplierReturnExamples, zh, en }
