import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

export type ShortPart = { readonly lineId: string; readonly code: string; readonly nameZh: string; readonly nameEn: string }
export type ExpectedPart = ShortPart & { /** Null: nobody has said a day yet. */ readonly day: LocalDay | null; /** Nobody asked for it yet: the usual days of its source. */ readonly usual: boolean }

/** What an order asks of the shop. */
export type WorkAhead = {
  readonly orderId: string
  readonly labour: readonly { readonly trade: string | null; readonly hoursThousandths: number }[]
  readonly parts: readonly ExpectedPart[]
  readonly wash: boolean
}

/** Why it is not sooner; moments in milliseconds since 1970. */
export type OutlookReason =
  | ({ readonly kind: 'part' } & ExpectedPart)
  | { /** What the car has in the shop already. */ readonly kind: 'own'; readonly until: number }
  | { readonly kind: 'queue'; readonly trade: string; readonly minutes: number }
  | { readonly kind: 'work'; readonly trade: string; readonly minutes: number; readonly from: number; readonly until: number }
  | { readonly kind: 'bay'; readonly bay: string; readonly from: number }
  | { readonly kind: 'technician'; readonly name: string; readonly from: number }
  | { readonly kind: 'nobody'; readonly trade: string }
  | { readonly kind: 'closing'; readonly inspectionMinutes: number; readonly washMinutes: number }

/** `earliest` is null where the shop cannot do it, or where there is no labour. `open`: a part without a day is not counted. */
export type Outlook = { readonly earliest: number | null; readonly open: boolean; readonly reasons: readonly OutlookReason[] }

type PartLine = Omit<ShortPart, 'lineId'> & { readonly id: string; readonly partId: string | null; readonly quantityThousandths: number; readonly reserved: number; readonly issued: number; readonly free: number }

/** Lines that the shelves cannot serve: what is free of a part serves its lines in their order. */
export function shortParts(lines: readonly PartLine[]): ShortPart[] {
  const free = new Map<string, number>()
  return lines.flatMap(({ id, partId, code, nameZh, nameEn, ...line }) => {
    if (partId === null) return []
    const left = free.get(partId) ?? Math.max(0, line.free)
    const wanted = Math.max(0, line.quantityThousandths - line.reserved - line.issued)
    free.set(partId, Math.max(0, left - wanted))
    return wanted > left ? [{ lineId: id, code, nameZh, nameEn }] : []
  })
}

/** A finish this little later is no news for the customer. */
export const noNewsMinutes = 15
/** A look at the shop holds so long; whoever signs later is told how it stands then. */
export const lookHoldsMinutes = 10

export const isLookOld = (lookedAt: number | null, now: number): boolean => lookedAt === null || now - lookedAt > lookHoldsMinutes * 60_000

type PromiseAndLooks = { readonly promisedAt: number; /** The earliest finish when it was promised; null: nobody looked, or the shop could not say. */ readonly seen: number | null; /** The earliest finish now. */ readonly earliest: number | null }

/**
 * What a promise is worth now: itself, or the new earliest finish where the shop fell behind what was looked up then (SAD-1.5).
 * What was promised against the shop's word, with a reason, stands until that word changes.
 */
export function promiseNow({ promisedAt, seen, earliest }: PromiseAndLooks): number {
  const fellBehind = earliest !== null && (seen === null || earliest - seen > noNewsMinutes * 60_000)
  return fellBehind ? Math.max(promisedAt, earliest) : promisedAt
}

/** Null means the promise is still what the shop can keep; else whoever authorises sees the new finish with its reasons, and takes it or says why not. */
export const whyNotStillPromise = (facts: PromiseAndLooks): Refusal | null =>
  (promiseNow(facts) > facts.promisedAt ? new Refusal('repair-orders.promise-moved') : null)

/** Null means this time may be promised: not before the car can be ready, or with the reason for it (SAD-1.5). */
export function whyNotPromise({ promisedAt, earliest, earlyReason }: { readonly promisedAt: number; readonly earliest: number | null; readonly earlyReason: string }): Refusal | null {
  return earliest !== null && promisedAt < earliest && earlyReason.trim() === '' ? new Refusal('repair-orders.promise-too-early') : null
}
