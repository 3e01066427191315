import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LineKind } from './matching.ts'

export const statementStatuses = ['open', 'closed', 'asked', 'signed', 'paid', 'discarded'] as const
export type StatementStatus = (typeof statementStatuses)[number]

/** Agreed line by line, invoiced, signed by the finance manager, paid (PTS-4.2, PTS-4.3). A payment is taken back by a counter-entry and may be made anew. */
export const statementLife: Life<StatementStatus> = {
  open: ['closed', 'discarded'],
  closed: ['asked', 'open'],
  asked: ['signed', 'closed'],
  signed: ['paid', 'closed'],
  paid: ['signed'],
  discarded: [],
}

export const lineStates = ['open', 'taken-up', 'settled'] as const
export type LineState = (typeof lineStates)[number]
export const outcomes = ['theirs', 'ours', 'next-month'] as const
export type Outcome = (typeof outcomes)[number]

/** So many lines of a supplier and month are agreed in one statement. */
export const mostLines = 2_000

/** What they forgot may come on their next statement; what differs is agreed now. */
export const outcomesOf = (kind: LineKind): readonly Outcome[] => (kind === 'equal' ? [] : kind === 'missing' ? outcomes : ['theirs', 'ours'])

type Amounts = { readonly theirFen: number | null; readonly ourFen: number | null }

/** What of a line stands on the invoice. */
export function agreedOf(outcome: Outcome, { theirFen, ourFen }: Amounts): number {
  if (outcome === 'next-month') return 0
  return (outcome === 'theirs' ? theirFen : ourFen) ?? 0
}

const whyNotOpen = (status: StatementStatus): Refusal | null => (status === 'open' ? null : new Refusal('suppliers.not-open'))

type LineFacts = { readonly status: StatementStatus; readonly kind: LineKind; readonly words: string }

/** A difference is told to the supplier; who said what stands with it. */
export function whyNotTakeUp({ status, kind, words }: LineFacts): Refusal | null {
  const closed = whyNotOpen(status)
  if (closed !== null) return closed
  if (kind === 'equal') return new Refusal('suppliers.no-difference')
  return words.trim() === '' ? new Refusal('suppliers.words-missing') : null
}

/** Explained, and by whose figures it is paid. */
export function whyNotSettle({ outcome, ...facts }: LineFacts & { readonly outcome: Outcome }): Refusal | null {
  return whyNotTakeUp(facts) ?? (outcomesOf(facts.kind).includes(outcome) ? null : new Refusal('suppliers.only-missing-next-month'))
}

export type CloseFacts = { readonly status: StatementStatus; readonly states: readonly LineState[]; /** The receipts are what they were when it was matched. */ readonly fresh: boolean }

/** Closed only when nothing is open (PTS-4.2). */
export function whyNotClose({ status, states, fresh }: CloseFacts): Refusal | null {
  const closed = whyNotOpen(status)
  if (closed !== null) return closed
  if (states.length === 0) return new Refusal('suppliers.no-lines')
  if (!fresh) return new Refusal('suppliers.match-again')
  const left = states.filter((state) => state !== 'settled').length
  return left > 0 ? new Refusal('suppliers.differences-left', { count: left }) : null
}

/** The months of a supplier are agreed one after the other: what is carried over has its place. */
export function whyNotBegin({ month, thisMonth, latest }: { readonly month: string; readonly thisMonth: string; readonly latest: { readonly month: string; readonly status: StatementStatus } | null }): Refusal | null {
  if (month > thisMonth) return new Refusal('suppliers.month-to-come', { month })
  if (latest === null) return null
  if (latest.month >= month) return new Refusal('suppliers.month-agreed', { month: latest.month })
  return latest.status === 'open' ? new Refusal('suppliers.month-before-open', { month: latest.month }) : null
}

/** Opened again while nothing is asked or paid on it and no later month was begun. */
export function whyNotReopen({ status, isLatest }: { readonly status: StatementStatus; readonly isLatest: boolean }): Refusal | null {
  if (!mayFollow(statementLife, status, 'open')) return new Refusal('suppliers.not-reopened')
  return isLatest ? null : new Refusal('suppliers.later-month-begun')
}

export const whyNotDiscard = (status: StatementStatus): Refusal | null => (mayFollow(statementLife, status, 'discarded') ? null : new Refusal('suppliers.not-open'))

export type InvoiceFacts = { readonly status: StatementStatus; readonly agreedFen: number | null; readonly netFen: number; readonly taxFen: number; readonly invoiceDay: string; readonly today: string } & Gone

/** What of it was reversed since it was agreed: it is not paid for. */
type Gone = { readonly reversed: string | null }
const whyNotGone = ({ reversed }: Gone): Refusal | null => (reversed === null ? null : new Refusal('suppliers.receipt-reversed', { number: reversed }))

/** Its paper goes with the invoice, so there is none without one. */
export const whyNotPrintRequest = ({ invoiceNumber }: { readonly invoiceNumber: string | null }): Refusal | null => (invoiceNumber === null ? new Refusal('suppliers.nothing-requested') : null)

/** The invoice says exactly what was agreed (PTS-4.3). */
export function whyNotRequest({ status, agreedFen, netFen, taxFen, invoiceDay, today, reversed }: InvoiceFacts): Refusal | null {
  if (!mayFollow(statementLife, status, 'asked')) return new Refusal('suppliers.not-closed')
  if (agreedFen === null || agreedFen + taxFen <= 0) return new Refusal('suppliers.nothing-to-pay')
  if (netFen !== agreedFen) return new Refusal('suppliers.invoice-differs', { agreed: (agreedFen / 100).toFixed(2) })
  return invoiceDay > today ? new Refusal('suppliers.invoice-in-future') : whyNotGone({ reversed })
}

/** Who signed does not pay as well (rules.md, Money: two persons). */
export function whyNotPay({ status, ownSignature, reversed }: Gone & { readonly status: StatementStatus; readonly ownSignature: boolean }): Refusal | null {
  if (!mayFollow(statementLife, status, 'paid')) return new Refusal('suppliers.not-signed')
  return ownSignature ? new Refusal('suppliers.own-signature') : whyNotGone({ reversed })
}
export const whyNotTakeBack = (status: StatementStatus): Refusal | null => (status === 'paid' ? null : new Refusal('suppliers.nothing-paid'))
/** What was signed and not paid may be called off, as what was only asked. */
export const whyNotCallOff = (status: StatementStatus): Refusal | null => (status === 'signed' ? null : new Refusal('suppliers.not-signed'))
