import { halfUp, toFen, type Fen, type Thousandths } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'

/** A lot as far as it lies in one bin; several rows of one lot when it lies in several bins. */
export type LotInBin = {
  readonly lotId: string
  readonly partId: string
  readonly placeId: string
  readonly bin: string
  /** Local day of receipt, 'YYYY-MM-DD'. */
  readonly receivedOn: string
  readonly here: Thousandths
}

export type LotCost = { readonly received: Thousandths; readonly cost: Fen; readonly out: Thousandths; readonly outCost: Fen }

/**
 * What the next part of a lot costs: round(total × out after ÷ received) − cost that is out already, never below zero. The last
 * part takes what is left, so that a lot gives away its cost to the fen, returns or not (rules.md, Stock).
 */
export function costOfNext({ received, cost, out, outCost }: LotCost, taken: Thousandths): Fen {
  if (out + taken === received) return cost - outCost
  const after = toFen(halfUp(BigInt(cost) * BigInt(out + taken), BigInt(received)))
  return Math.min(Math.max(0, after - outCost), cost - outCost)
}

/** What a return gives back of the cost its issue took: in proportion, and the last piece all that is left. */
export function costGivenBack(issue: { readonly moved: Thousandths; readonly cost: Fen }, before: { readonly moved: Thousandths; readonly cost: Fen }, returned: Thousandths): Fen {
  if (before.moved + returned === issue.moved) return issue.cost - before.cost
  return toFen(halfUp(BigInt(issue.cost) * BigInt(before.moved + returned), BigInt(issue.moved))) - before.cost
}

/** What so much of a part costs by its latest receipt: found goods come in at that, and differences are judged by it. What was never bought costs nothing. */
export const costByLatest = (latest: { readonly received: Thousandths; readonly cost: Fen } | undefined, thousandths: Thousandths): Fen =>
  (latest === undefined ? 0 : toFen(halfUp(BigInt(latest.cost) * BigInt(thousandths), BigInt(latest.received))))

export type Take = { readonly lotId: string; readonly placeId: string; readonly bin: string; readonly thousandths: Thousandths }

/** Oldest first: by day of receipt, then in the order the lots were made (their ids sort by time), then by bin. */
export const byAge = (a: LotInBin, b: LotInBin): number => {
  if (a.receivedOn !== b.receivedOn) return a.receivedOn < b.receivedOn ? -1 : 1
  if (a.lotId !== b.lotId) return a.lotId < b.lotId ? -1 : 1
  return a.bin < b.bin ? -1 : 1
}

/** Which lots an issue takes, oldest first. Null when they do not suffice. */
export function planTake(lots: readonly LotInBin[], asked: Thousandths): Take[] | null {
  const takes: Take[] = []
  let open = asked
  for (const lot of [...lots].sort(byAge)) {
    if (open === 0) break
    const thousandths = Math.min(open, lot.here)
    if (thousandths > 0) takes.push({ lotId: lot.lotId, placeId: lot.placeId, bin: lot.bin, thousandths })
    open -= thousandths
  }
  return open === 0 ? takes : null
}

export type IssueFacts = {
  readonly part: string
  readonly asked: Thousandths
  readonly onHand: Thousandths
  /** Reserved for other jobs. */
  readonly reservedElsewhere: Thousandths
}

/** Null means so much may be handed out; what is reserved for other jobs is not free. */
export function whyNotIssue({ part, asked, onHand, reservedElsewhere }: IssueFacts): Refusal | null {
  const free = Math.max(0, onHand - reservedElsewhere)
  if (asked <= free) return null
  if (asked <= onHand) return new Refusal('stock.reserved-elsewhere', { part, free: free / 1000, reserved: reservedElsewhere / 1000 })
  return new Refusal('stock.not-enough', { part, free: free / 1000, asked: asked / 1000 })
}

/** Scanning a newer lot is refused with the older one's bin (WHK-3; rules.md). */
export function whyNotThisLot(lots: readonly LotInBin[], scannedLotId: string): Refusal | null {
  const oldest = lots.filter(({ here }) => here > 0).sort(byAge)[0]
  if (!lots.some(({ lotId }) => lotId === scannedLotId)) return new Refusal('stock.lot-not-here')
  if (oldest === undefined || oldest.lotId === scannedLotId) return null
  return new Refusal('stock.older-lot-first', { bin: oldest.bin, day: oldest.receivedOn })
}
