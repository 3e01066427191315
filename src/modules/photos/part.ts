import type { Part } from '../../platform/part.ts'
import { photoExamples } from './examples.ts'
import { photoPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

/** Its bindings are made by the app: they need more than the deed. */
export const photosPart: Part = { bindings: [], permissions: photoPermissions, examples: photoExamples, zh, en }
