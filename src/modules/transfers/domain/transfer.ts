import { mayFollow, type Life } from '../../../kernel/life.ts'
import type { Fen, Thousandths } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { costGivenBack } from '../../stock/domain/lots.ts'

export const transferStatuses = ['asked', 'agreed', 'refused', 'withdrawn', 'cancelled', 'shipped', 'closed'] as const
export type TransferStatus = (typeof transferStatuses)[number]

/**
 * Two stores, each in its own transaction: what one may not touch of the other's waits for the other. So the asking store withdraws what was agreed, and the giving
 * store, whose shelves hold the goods back, lets them go (withdrawn → cancelled).
 */
export const transferLife: Life<TransferStatus> = {
  asked: ['agreed', 'refused', 'cancelled'], agreed: ['shipped', 'withdrawn', 'cancelled'], withdrawn: ['cancelled'], shipped: ['closed'], refused: [], cancelled: [],
  closed: ['shipped'], // an arrival was reversed
}

export type Side = 'asking' | 'giving'

export const gapKinds = ['short', 'damaged', 'unwanted'] as const
export type GapKind = (typeof gapKinds)[number]
/** It turned up after all and may arrive; it is lost and written off; it came back to the store that sent it. */
export const gapDecisions = ['found', 'lost', 'back'] as const
export type GapDecision = (typeof gapDecisions)[number]
export const outcomeKinds = ['arrived', 'lost', 'back'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

const whyNotSide = (side: Side, wanted: Side): Refusal | null => (side === wanted ? null : new Refusal(wanted === 'giving' ? 'transfers.giving-store-does' : 'transfers.asking-store-does'))

export type AskFacts = { readonly lines: readonly { readonly partNumber: string; readonly asked: Thousandths; readonly free: Thousandths }[]; readonly store: string }

/** Null means the other store may be asked: for each part once, and no more than lies free there now. */
export function whyNotAsk({ lines, store }: AskFacts): Refusal | null {
  const twice = lines.find(({ partNumber }, index) => lines.findIndex((line) => line.partNumber === partNumber) !== index)
  if (twice !== undefined) return new Refusal('transfers.part-twice', { part: twice.partNumber })
  const less = lines.find(({ asked, free }) => asked > free)
  return less === undefined ? null : new Refusal('transfers.store-has-less', { part: less.partNumber, store, free: less.free / 1_000 })
}

type Facts = { readonly status: TransferStatus; readonly side: Side }

export type AnswerFacts = Facts & { readonly agree: boolean; readonly words: string; readonly lines: readonly { readonly partNumber: string; readonly asked: Thousandths; readonly agreed: Thousandths }[] }

/** Null means this may be answered so: something of what was asked, or a refusal with its reason. */
export function whyNotAnswer({ status, side, agree, words, lines }: AnswerFacts): Refusal | null {
  if (!mayFollow(transferLife, status, 'agreed')) return new Refusal('transfers.answered-already')
  const other = whyNotSide(side, 'giving')
  if (other !== null) return other
  if (!agree) return words.trim() === '' ? new Refusal('transfers.words-missing') : null
  const more = lines.find(({ asked, agreed }) => agreed > asked)
  if (more !== undefined) return new Refusal('transfers.more-than-asked', { part: more.partNumber })
  return lines.every(({ agreed }) => agreed === 0) ? new Refusal('transfers.nothing-agreed') : null
}

/** What a cancelling makes of it, or why it may not be cancelled: once goods are on the road they arrive or come back. */
export function cancelledTo({ status, side }: Facts): TransferStatus | Refusal {
  if (side === 'asking' && status === 'agreed') return 'withdrawn'
  if (side === 'asking' && status === 'withdrawn') return new Refusal('transfers.giving-store-does')
  if (status === 'shipped') return new Refusal('transfers.on-the-road')
  return mayFollow(transferLife, status, 'cancelled') ? 'cancelled' : new Refusal('transfers.over')
}

export function whyNotShip({ status, side }: Facts): Refusal | null {
  if (side !== 'giving') return whyNotSide(side, 'giving')
  return mayFollow(transferLife, status, 'shipped') ? null : new Refusal(status === 'withdrawn' ? 'transfers.withdrawn' : 'transfers.not-agreed')
}

/** Only what leaves, or left, has a slip that goes with it. */
export const whyNotPrint = ({ status }: Pick<Facts, 'status'>): Refusal | null => (status === 'agreed' || status === 'shipped' || status === 'closed' ? null : new Refusal('transfers.no-slip'))

export type ArrivedLine = { readonly partNumber: string; readonly arrived: Thousandths; readonly missing: Thousandths; readonly reason: string; readonly placeId: string | null; /** On the road and not yet missed. */ readonly open: Thousandths }

/** Null means so much has arrived and so much is missed: never more than was shipped, what arrives has its bin, what is missed its reason. */
export function whyNotReceive({ status, side, lines }: Facts & { readonly lines: readonly ArrivedLine[] }): Refusal | null {
  if (side !== 'asking') return whyNotSide(side, 'asking')
  if (status !== 'shipped') return new Refusal('transfers.not-shipped')
  if (lines.every(({ arrived, missing }) => arrived === 0 && missing === 0)) return new Refusal('transfers.nothing-counted')
  for (const { partNumber: part, arrived, missing, reason, placeId, open } of lines) {
    if (arrived + missing > open) return new Refusal('transfers.more-than-shipped', { part, open: open / 1_000 })
    if (arrived > 0 && placeId === null) return new Refusal('transfers.bin-missing', { part })
    if (missing > 0 && reason.trim() === '') return new Refusal('transfers.words-missing')
  }
  return null
}

/** Null means this arrival may be reversed: by the store that received it, once, with its reason. Whether the goods still lie there, the ledger says. */
export function whyNotReverse({ status, side, arrived, reason }: Facts & { readonly arrived: boolean; readonly reason: string }): Refusal | null {
  if (side !== 'asking') return whyNotSide(side, 'asking')
  if (!arrived || (status !== 'shipped' && status !== 'closed')) return new Refusal('transfers.not-arrived')
  return reason.trim() === '' ? new Refusal('transfers.words-missing') : null
}

export function whyNotDecide({ side, decided, words }: { readonly side: Side; readonly decided: boolean; readonly words: string }): Refusal | null {
  if (decided) return new Refusal('transfers.decided-already')
  return whyNotSide(side, 'giving') ?? (words.trim() === '' ? new Refusal('transfers.words-missing') : null)
}

export type Parcel = { readonly id: string; readonly thousandths: Thousandths; readonly costFen: Fen; /** What has become of it so far. */ readonly gone: Thousandths; readonly goneFen: Fen }
export type Share = { readonly parcelId: string; readonly thousandths: Thousandths; readonly costFen: Fen }

/** Takes so much off parcels in their order, the oldest goods first. Each gives away its cost in proportion, its last piece what is left: to the fen. */
export function takeOff(parcels: readonly Parcel[], asked: Thousandths): Share[] {
  const shares: Share[] = []
  let left = asked
  for (const { id, thousandths, costFen, gone, goneFen } of parcels) {
    const taken = Math.min(left, thousandths - gone)
    if (taken > 0) shares.push({ parcelId: id, thousandths: taken, costFen: costGivenBack({ moved: thousandths, cost: costFen }, { moved: gone, cost: goneFen }, taken) })
    left -= Math.max(0, taken)
  }
  return shares
}
