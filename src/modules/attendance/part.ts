import type { Part } from '../../platform/part.ts'
import { attendanceExamples } from './examples.ts'
import { attendanceBindings } from './http/bindings.ts'
import { attendancePermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const attendancePart: Part = { bindings: attendanceBindings, permissions: attendancePermissions, examples: attendanceExamples, zh, en }
