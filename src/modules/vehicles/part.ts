import type { Part } from '../../platform/part.ts'
import { vehicleExamples } from './examples.ts'
import { vehicleBindings } from './http/bindings.ts'
import { vehiclePermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const vehiclesPart: Part = { bindings: vehicleBindings, permissions: vehiclePermissions, examples: vehicleExamples, zh, en }
