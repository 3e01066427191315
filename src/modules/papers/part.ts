import type { Part } from '../../platform/part.ts'
import { paperExamples } from './examples.ts'
import { paperPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

/** Its bindings are made by the app: they need the folder of the files. */
export const papersPart: Part = { bindings: [], permissions: paperPermissions, examples: paperExamples, zh, en }
