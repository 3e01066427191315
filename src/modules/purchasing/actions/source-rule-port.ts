import type { Fen } from '../../../kernel/money.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { RequestData } from '../data/requests.ts'
import type { Source } from '../domain/request.ts'

/** What the kinds of orders say of a source; a later module knows them. */
export type SourceRulePort = {
  /** Whether a request may come from there. */ whyNot(deed: Deed, request: RequestData, source: Source): Promise<Refusal | null>
  /** What a unit of this usual purchase price costs from there. */ costsFrom(reading: Reading, unitCostFen: Fen): Promise<(source: Source) => Fen>
}

let port: SourceRulePort | null = null

/** The app registers the module that orders parts. */
export function registerSourceRule(answers: SourceRulePort): void {
  port = answers
}

export const whyNotByKind: SourceRulePort['whyNot'] = async (deed, request, source) => port?.whyNot(deed, request, source) ?? null

export const costsByKind: SourceRulePort['costsFrom'] = async (reading, unitCostFen) => port?.costsFrom(reading, unitCostFen) ?? (() => unitCostFen)
