import type { Part } from '../../platform/part.ts'
import { noticeExamples } from './examples.ts'
import { noticeBindings } from './http/bindings.ts'
import { noticePermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const noticesPart: Part = { bindings: noticeBindings, permissions: noticePermissions, examples: noticeExamples, zh, en }
