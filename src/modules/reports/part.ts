import type { Part } from '../../platform/part.ts'
import { reportExamples } from './examples.ts'
import { reportBindings } from './http/bindings.ts'
import { reportPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const reportsPart: Part = { bindings: reportBindings, permissions: reportPermissions, examples: reportExamples, zh, en }
