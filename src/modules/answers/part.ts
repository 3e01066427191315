import type { Part } from '../../platform/part.ts'
import { answerExamples } from './examples.ts'
import { answerPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

/** Its bindings are made by the app: they need more than the deed. */
export const answersPart: Part = { bindings: [], permissions: answerPermissions, examples: answerExamples, zh, en }
