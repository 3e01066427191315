import type { Part } from '../../platform/part.ts'
import { technicalDocumentExamples } from './examples.ts'
import { technicalDocumentPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

/** Its bindings are made by the app: they need more than the deed. */
export const technicalDocumentsPart: Part = { bindings: [], permissions: technicalDocumentPermissions, examples: technicalDocumentExamples, zh, en }
