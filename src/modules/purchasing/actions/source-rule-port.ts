import type { Fen } from '../../../kernel/money.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { RequestData } from '../data/requests.ts'
import type { Source } from '../domain/request.ts'

export type SourceOffer = { /** Today, or the next day of the ordering calendar. */ readonly orderOn: LocalDay; readonly eta: LocalDay; readonly unitCostFen: number }

/** What the kinds of orders say of a source; a later module knows them. */
export type SourceRulePort = {
  /** Whether a request may come from there. */ whyNot(deed: Deed, request: RequestData, source: Source): Promise<Refusal | null>
  /** When it comes from there and what a unit of this usual purchase price then costs; null where no kind of order comes from there. */ offersFrom(reading: Reading, unitCostFen: Fen): Promise<(source: Source) => SourceOffer | null>
}

let port: SourceRulePort | null = null

/** The app registers the module that orders parts. */
export function registerSourceRule(answers: SourceRulePort): void {
  port = answers
}

export const whyNotByKind: SourceRulePort['whyNot'] = async (deed, request, source) => port?.whyNot(deed, request, source) ?? null

export const offersByKind: SourceRulePort['offersFrom'] = async (reading, unitCostFen) => port?.offersFrom(reading, unitCostFen) ?? (() => null)
