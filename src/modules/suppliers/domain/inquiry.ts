import { Refusal } from '../../../kernel/refusal.ts'

export const inquiryStatuses = ['open', 'decided', 'dropped'] as const
export type InquiryStatus = (typeof inquiryStatuses)[number]

/** Other makes' parts are quoted by the kind of repair: insurance, the customer's own money, warranty (PTS-2.2). */
export const repairKinds = ['insurance', 'customer', 'warranty'] as const
export type RepairKind = (typeof repairKinds)[number]

type Whole = { readonly kinds: readonly RepairKind[]; readonly partNumbers: readonly string[]; readonly suppliers: readonly { readonly name: string; readonly active: boolean }[] }

/** Null means it may go out: for at least one kind of repair, each part once, to at least two suppliers that are in use. */
export function whyNotAsk({ kinds, partNumbers, suppliers }: Whole): Refusal | null {
  if (kinds.length === 0) return new Refusal('suppliers.kind-missing')
  const twice = partNumbers.find((number, index) => partNumbers.indexOf(number) !== index)
  if (twice !== undefined) return new Refusal('suppliers.part-twice', { part: twice })
  if (suppliers.length < 2) return new Refusal('suppliers.ask-several')
  const gone = suppliers.find(({ active }) => !active)
  return gone === undefined ? null : new Refusal('suppliers.supplier-not-in-use', { name: gone.name })
}

const whyNotOpen = (status: InquiryStatus): Refusal | null => (status === 'open' ? null : new Refusal('suppliers.inquiry-over'))

/** He names a price for each kind of repair he can serve, or says why he has none. */
export function whyNotAnswer({ status, prices, words, kinds }: { readonly status: InquiryStatus; readonly prices: readonly { readonly kind: RepairKind }[]; readonly words: string; readonly kinds: readonly RepairKind[] }): Refusal | null {
  const over = whyNotOpen(status)
  if (over !== null) return over
  if (prices.some(({ kind }) => !kinds.includes(kind))) return new Refusal('suppliers.kind-not-asked')
  return prices.length === 0 && words.trim() === '' ? new Refusal('suppliers.answer-missing') : null
}

export type ChoiceFacts = { readonly status: InquiryStatus; readonly choices: readonly Offer[]; readonly quotes: readonly Offer[]; readonly answers: number; readonly words: string }
/** One supplier's price of a line for a kind of repair. */
export type Offer = { readonly lineId: string; readonly kind: RepairKind; readonly supplierId: string; readonly unitFen: number }
type Cell = Pick<Offer, 'lineId' | 'kind'>

const same = (a: Cell, b: Cell): boolean => a.lineId === b.lineId && a.kind === b.kind

/** The best price of a line and kind, where there is one. */
export const cheapest = (quotes: readonly Offer[], cell: Cell): Offer | null => quotes.filter((quote) => same(quote, cell)).toSorted((a, b) => a.unitFen - b.unitFen)[0] ?? null

/** Null means it is decided so: each choice is a quote that was given, one a line and kind; a dearer one, or the only one that answered, says why. */
export function whyNotChoose({ status, choices, quotes, answers, words }: ChoiceFacts): Refusal | null {
  const over = whyNotOpen(status)
  if (over !== null) return over
  if (choices.length === 0) return new Refusal('suppliers.nothing-chosen')
  if (choices.some((choice, index) => choices.findIndex((other) => same(other, choice)) !== index)) return new Refusal('suppliers.chosen-twice')
  if (words.trim() !== '') return null
  if (answers < 2) return new Refusal('suppliers.only-one-answered')
  return choices.some((choice) => choice.unitFen > (cheapest(quotes, choice)?.unitFen ?? choice.unitFen)) ? new Refusal('suppliers.dearer-says-why') : null
}

export const whyNotDrop = whyNotOpen
