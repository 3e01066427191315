import type { Part } from '../../platform/part.ts'
import { invoicingExamples } from './examples.ts'
import { invoicingBindings } from './http/bindings.ts'
import { invoicingPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const invoicingPart: Part = { bindings: invoicingBindings, permissions: invoicingPermissions, examples: invoicingExamples, zh, en }
