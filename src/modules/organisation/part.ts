import type { Part } from '../../platform/part.ts'
import { organisationExamples } from './examples.ts'
import { organisationPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

/** Its bindings are made by the app: they need more than the deed. */
export const organisationPart: Part = { bindings: [], permissions: organisationPermissions, examples: organisationExamples, zh, en }
