import type { Part } from '../../platform/part.ts'
import { meetingExamples } from './examples.ts'
import { meetingBindings } from './http/bindings.ts'
import { meetingPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const meetingsPart: Part = { bindings: meetingBindings, permissions: meetingPermissions, examples: meetingExamples, zh, en }
