import type { Part } from '../../platform/part.ts'
import { teamExamples } from './examples.ts'
import { teamBindings } from './http/bindings.ts'
import { teamPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const teamsPart: Part = { bindings: teamBindings, permissions: teamPermissions, examples: teamExamples, zh, en }
