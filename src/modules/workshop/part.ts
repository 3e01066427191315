import type { Part } from '../../platform/part.ts'
import { workshopExamples } from './examples.ts'
import { workshopBindings } from './http/bindings.ts'
import { workshopPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const workshopPart: Part = { bindings: workshopBindings, permissions: workshopPermissions, examples: workshopExamples, zh, en }
