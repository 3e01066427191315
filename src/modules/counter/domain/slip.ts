import { mayFollow, type Life } from '../../../kernel/life.ts'
import { allocate, lineAmount, type Fen, type Thousandths } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'

/** Why goods leave the shelves without a repair order's line. */
export const slipKinds = ['sale', 'accessory', 'consumable', 'loan'] as const
export type SlipKind = (typeof slipKinds)[number]

export const slipStatuses = ['open', 'issued', 'handed', 'closed', 'cancelled'] as const
export type SlipStatus = (typeof slipStatuses)[number]

export const slipGroups = ['pending', 'cod', 'all'] as const
export type SlipGroup = (typeof slipGroups)[number]

export const slipLife: Life<SlipStatus> = {
  open: ['issued', 'cancelled'],
  issued: ['handed', 'closed'], // closed: all of it came back, or of a loan stays
  handed: ['closed'],
  closed: [],
  cancelled: [],
}

/** Customers pay by the price rules; the sales department owes what its customer paid for accessories. The workshop pays nothing: what it costs is in the lots. */
export const isPriced = (kind: SlipKind): boolean => kind === 'sale' || kind === 'accessory'

export type Slip = { readonly kind: SlipKind; readonly status: SlipStatus; readonly totalFen: Fen; readonly returnedFen: Fen; readonly paidFen: Fen; /** Held for the customer until the goods are picked. */ readonly depositFen: Fen; /** Cash on delivery that nobody can hand in. */ readonly writtenOffFen: Fen }

/** What the customer still owes; below zero: what is to go back to him. */
export const dueFen = ({ status, totalFen, returnedFen, paidFen, depositFen, writtenOffFen }: Slip): Fen => (status === 'cancelled' ? 0 : totalFen - returnedFen) - paidFen - depositFen - writtenOffFen

/** Something is still to be picked, paid, handed over, given back or returned. */
export function isPending(slip: Slip): boolean {
  if (slip.status === 'open') return true
  if (slip.kind === 'loan') return slip.status === 'issued'
  return slip.kind === 'sale' && (slip.status === 'issued' || dueFen(slip) !== 0)
}

export type OpenFacts = { readonly kind: SlipKind; readonly name: string; readonly paperNumber: string; readonly dueOn: LocalDay | null; readonly today: LocalDay; readonly allowanceFen: Fen; readonly allowanceReason: string; readonly linesFen: Fen; readonly partTwice: boolean; /** Who works here as sales consultant today; only asked for accessories. */ readonly consultants: readonly string[] }

/** Null means the slip may be written: accessories name a sales consultant of the store and his paper (PPL-2.3), a loan its day, an allowance its reason. */
export function whyNotOpen({ kind, name, paperNumber, dueOn, today, allowanceFen, allowanceReason, linesFen, partTwice, consultants }: OpenFacts): Refusal | null {
  if (partTwice) return new Refusal('counter.part-twice')
  if (kind !== 'sale' && name.trim() === '') return new Refusal('counter.who-missing')
  if (kind === 'accessory' && !consultants.includes(name)) return new Refusal('counter.not-a-consultant', { name })
  if (kind === 'accessory' && paperNumber.trim() === '') return new Refusal('counter.paper-missing')
  if (kind === 'loan' && (dueOn === null || dueOn < today)) return new Refusal('counter.due-missing')
  if (allowanceFen === 0) return null
  if (kind !== 'sale' || allowanceFen > linesFen) return new Refusal('counter.allowance-too-large')
  return allowanceReason.trim() === '' ? new Refusal('counter.allowance-reason') : null
}

/** Null means goods may still be picked for it, or its lines may change. */
export const whyNotPick = ({ status }: Pick<Slip, 'status'>): Refusal | null => (status === 'open' ? null : new Refusal('counter.not-open'))

export const slipPriceRules = ['cap', 'retail', 'promotion', 'manual'] as const
export type SlipPriceRule = (typeof slipPriceRules)[number]

/** Null means every price stands: what lies below the store's floor was approved, as on a repair order (rules.md, Price by payer). */
export const whyNotAtPrice = (lines: readonly { readonly priceRule: SlipPriceRule | null; readonly approvedByName: string | null }[]): Refusal | null =>
  (lines.some(({ priceRule, approvedByName }) => priceRule === 'manual' && approvedByName === null) ? new Refusal('repair-orders.deviation-not-approved') : null)

/** Null means the prices below the floor may be asked for again: nobody decides on them now, and somebody said no. */
export const whyNotAskPrice = ({ status, low, asked }: Pick<Slip, 'status'> & { readonly low: boolean; readonly asked: boolean }): Refusal | null => {
  if (status !== 'open') return new Refusal('counter.not-open')
  if (!low) return new Refusal('counter.price-stands')
  return asked ? new Refusal('approvals.asked-already') : null
}

/** Null means the slip may be cancelled: nothing left the shelf for it. */
export function whyNotCancel({ status, issued }: { readonly status: SlipStatus; readonly issued: boolean }): Refusal | null {
  if (!mayFollow(slipLife, status, 'cancelled')) return new Refusal('counter.not-open')
  return issued ? new Refusal('counter.bring-back-first') : null
}

/** Null means the till takes money for it: a sale, picked, so that nobody pays for what is not there. */
export const whyNotTakeMoney = ({ kind, status }: Slip): Refusal | null => (kind === 'sale' && (status === 'issued' || status === 'handed') ? null : new Refusal('counter.not-picked'))

/** Null means a deposit may be taken: for goods that are not all there yet; what is there is paid when it is picked (PTS-1.3). */
export function whyNotTakeDeposit({ kind, status, short }: Pick<Slip, 'kind' | 'status'> & { readonly short: Thousandths }): Refusal | null {
  if (kind !== 'sale' || status !== 'open') return new Refusal('counter.no-deposit-now')
  return short > 0 ? null : new Refusal('counter.nothing-short')
}

/** What of a deposit goes into the sale once its goods are picked: all that is there, never more than they cost. */
export const usedOfDeposit = ({ depositFen, totalFen }: Pick<Slip, 'depositFen' | 'totalFen'>): Fen => Math.min(depositFen, totalFen)

export const handWays = ['pick-up', 'carrier', 'driver'] as const
export type HandWay = (typeof handWays)[number]

export type HandFacts = Slip & { readonly way: HandWay; /** Whoever takes the goods collects what is due. */ readonly cod: boolean; /** The carrier, or the house's driver. */ readonly carrier: string; readonly waybill: string; readonly address: string }

/** Null means the goods may leave: paid, or paid on delivery to who takes them along, and with a waybill where a carrier does (WHK-3.3). */
export function whyNotHand({ way, cod, carrier, waybill, address, ...slip }: HandFacts): Refusal | null {
  if (slip.kind !== 'sale' || slip.status !== 'issued') return new Refusal('counter.not-picked')
  if (cod && way === 'pick-up') return new Refusal('counter.cod-without-bearer')
  if (cod !== dueFen(slip) > 0) return cod ? new Refusal('counter.nothing-to-collect') : new Refusal('counter.unpaid', { due: dueFen(slip) / 100 })
  if (way === 'driver' && [carrier, address].some((word) => word.trim() === '')) return new Refusal('counter.driver-missing')
  return way === 'carrier' && [carrier, waybill, address].some((word) => word.trim() === '') ? new Refusal('counter.waybill-missing') : null
}

/** What who took the goods still owes the house: the customer may have paid part of it himself, or sent goods back. */
export const outsideFen = ({ codFen, ...slip }: Slip & { readonly codFen: Fen | null }): Fen => (codFen === null ? 0 : Math.max(0, dueFen(slip)))

/** Null means the cash of a shipment may be handed in: no more than is owed for it, and what is missing has its reason; it stays owed. */
export function whyNotHandIn({ amountFen, reason, ...slip }: Slip & { readonly codFen: Fen | null; readonly amountFen: Fen; readonly reason: string }): Refusal | null {
  const owedFen = outsideFen(slip)
  if (owedFen === 0) return new Refusal('counter.no-cash-outside')
  return amountFen < owedFen && reason.trim() === '' ? new Refusal('counter.cod-difference', { difference: (owedFen - amountFen) / 100 }) : null
}

/** Null means what is owed for a shipment may be written off: all of it, as it was when it was asked for (rules.md, Money: requester ≠ approver). */
export function whyNotWriteOff({ askedFen, ...slip }: Slip & { readonly codFen: Fen | null; readonly askedFen: Fen }): Refusal | null {
  const owedFen = outsideFen(slip)
  if (owedFen === 0) return new Refusal('counter.no-cash-outside')
  return owedFen === askedFen ? null : new Refusal('counter.owed-changed', { owed: owedFen / 100 })
}

export const whyNotWriteBack = ({ writtenOffFen }: Pick<Slip, 'writtenOffFen'>): Refusal | null => (writtenOffFen > 0 ? null : new Refusal('counter.nothing-written-off'))

/** Days after the picking in which a customer may bring parts back. */
export const returnDays = 30

export type ReturnFacts = { readonly kind: SlipKind; readonly issuedOn: LocalDay | null; readonly today: LocalDay; readonly outside: Thousandths; readonly asked: Thousandths; readonly part: string; readonly reason: string; readonly writtenOffFen: Fen }

/** Null means so much may come back to its lots: not while part of its price is written off, which nobody paid and nobody is given back. */
export function whyNotReturn({ kind, issuedOn, today, outside, asked, part, reason, writtenOffFen }: ReturnFacts): Refusal | null {
  if (writtenOffFen > 0) return new Refusal('counter.written-off')
  if (reason.trim() === '') return new Refusal('counter.reason-missing')
  if (asked > outside) return new Refusal('counter.more-than-outside', { part, outside: outside / 1000 })
  return kind === 'sale' && issuedOn !== null && today > addDays(issuedOn, returnDays) ? new Refusal('counter.too-late', { days: returnDays }) : null
}

export const whyNotConsume = ({ kind, asked, outside, part, reason }: Omit<ReturnFacts, 'issuedOn' | 'today' | 'writtenOffFen'>): Refusal | null => {
  if (kind !== 'loan') return new Refusal('counter.not-a-loan')
  if (reason.trim() === '') return new Refusal('counter.reason-missing')
  return asked > outside ? new Refusal('counter.more-than-outside', { part, outside: outside / 1000 }) : null
}

export type RefundFacts = Slip & { readonly takenBackBySame: boolean }

/** Null means the money may go back: by somebody else than who took the goods back (rules.md, Money: requester ≠ approver). */
export function whyNotRefund({ takenBackBySame, ...slip }: RefundFacts): Refusal | null {
  if (dueFen(slip) >= 0) return new Refusal('counter.nothing-to-refund')
  return takenBackBySame ? new Refusal('counter.own-return') : null
}

export type PricedLine = { readonly unitPriceFen: Fen; readonly thousandths: Thousandths }

/** Amounts of the lines, and the allowance spread over them by largest remainder (rules.md, Money). */
export function priced(lines: readonly PricedLine[], allowanceFen: Fen): { readonly amounts: Fen[]; readonly allowances: Fen[] } {
  const amounts = lines.map(({ unitPriceFen, thousandths }) => lineAmount(unitPriceFen, thousandths))
  return { amounts, allowances: allowanceFen === 0 ? amounts.map(() => 0) : allocate(allowanceFen, amounts) }
}

/** Fen that a line is below what its pieces bring at least, after its share of the allowance; 0: it is not. */
export const belowLeast = ({ amountFen, allowanceFen, thousandths, leastFen }: { readonly amountFen: Fen; readonly allowanceFen: Fen; readonly thousandths: Thousandths; readonly leastFen: Fen }): Fen =>
  Math.max(0, lineAmount(leastFen, thousandths) - (amountFen - allowanceFen))

/** A line of which less is sold than was wanted keeps the allowance of the pieces that stay: none of it goes over to other lines. */
export function shrunk(line: PricedLine & { readonly allowanceFen: Fen }, thousandths: Thousandths): { readonly thousandths: Thousandths; readonly amountFen: Fen; readonly allowanceFen: Fen } {
  return { thousandths, amountFen: lineAmount(line.unitPriceFen, thousandths), allowanceFen: line.thousandths === 0 ? 0 : Math.floor((line.allowanceFen * thousandths) / line.thousandths) }
}

/** What goes back for so much of a line: in proportion of what was paid for it, the last piece all that is left, so that a whole return gives back the whole to the fen. */
export function returnedOf({ paidFen, issued, before }: { readonly paidFen: Fen; readonly issued: Thousandths; readonly before: Thousandths }, asked: Thousandths): Fen {
  const until = (thousandths: Thousandths): Fen => Number((BigInt(paidFen) * BigInt(thousandths) * 2n + BigInt(issued)) / (BigInt(issued) * 2n))
  return until(before + asked) - until(before)
}

export const lostCauses = ['not-in-stock', 'too-long', 'price', 'other'] as const
export type LostCause = (typeof lostCauses)[number]
