import type { Part } from '../../platform/part.ts'
import { campaignExamples } from './examples.ts'
import { campaignBindings } from './http/bindings.ts'
import { campaignPermissions } from './permissions.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh-CN.ts'

export const campaignsPart: Part = { bindings: campaignBindings, permissions: campaignPermissions, examples: campaignExamples, zh, en }
