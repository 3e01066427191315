import type { Refusal } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import type { RequestData } from '../data/requests.ts'
import type { Source } from '../domain/request.ts'

/** Whether the kinds of orders let a request come from there; a later module knows them. */
export type SourceRulePort = (deed: Deed, request: RequestData, source: Source) => Promise<Refusal | null>

let port: SourceRulePort | null = null

/** The app registers the module that orders parts. */
export function registerSourceRule(answers: SourceRulePort): void {
  port = answers
}

export const whyNotByKind: SourceRulePort = async (deed, request, source) => port?.(deed, request, source) ?? null
