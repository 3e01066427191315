import type { Part } from '../../platform/part.ts'
import { appointmentExamples } from './examples.ts'
import { appointmentBindings } from './http/bindings.ts'
import { appointmentPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const appointmentsPart: Part = { bindings: appointmentBindings, permissions: appointmentPermissions, examples: appointmentExamples, zh, en }
