import type { Part } from '../../platform/part.ts'
import { catalogueExamples } from './examples.ts'
import { catalogueBindings } from './http/bindings.ts'
import { cataloguePermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const cataloguePart: Part = { bindings: catalogueBindings, permissions: cataloguePermissions, examples: catalogueExamples, zh, en }
