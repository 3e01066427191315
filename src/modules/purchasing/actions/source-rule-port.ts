import type { Fen } from '../../../kernel/money.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { RequestData } from '../data/requests.ts'
import type { Source } from '../domain/request.ts'

export type Deposit = { readonly percent: number; readonly neededFen: Fen; readonly heldFen: Fen }

export type SourceOffer = {
  readonly source: Source; /** Of its kind of order. */ readonly code: string; readonly nameZh: string; readonly nameEn: string; /** Empty: not known yet. */ readonly supplier: string
  /** Today, or the next day of the ordering calendar. */ readonly orderOn: LocalDay; readonly eta: LocalDay; /** Of the usual purchase price; what the supplier said goes before. */ readonly pricePercent: number; readonly quotedFen: Fen | null
  /** For a car, or a sale with its deposit held. */ readonly needsJob: boolean; /** Of the sale that it is for: the share of its price, what that is, and what is held of it. Null: none is asked for. */ readonly deposit: Deposit | null
}

/** What the kinds of orders say of a source; a later module knows them. */
export type SourceRulePort = {
  /** Whether a request may come from there. */ whyNot(deed: Deed, request: RequestData, source: Source): Promise<Refusal | null>
  /** How each of these requests may be ordered. */ offersFor(reading: Reading, requests: readonly RequestData[]): Promise<(request: RequestData) => readonly SourceOffer[]>
}

let port: SourceRulePort | null = null

/** The app registers the module that orders parts. */
export function registerSourceRule(answers: SourceRulePort): void {
  port = answers
}

export const whyNotByKind: SourceRulePort['whyNot'] = async (deed, request, source) => port?.whyNot(deed, request, source) ?? null

export const offersByKind: SourceRulePort['offersFor'] = async (reading, requests) => port?.offersFor(reading, requests) ?? (() => [])
