import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

export const listStatuses = ['reading', 'draft', 'asked', 'taking', 'approved', 'withdrawn', 'reversed', 'discarded'] as const
export type ListStatus = (typeof listStatuses)[number]

export const listLife: Life<ListStatus> = {
  reading: ['draft', 'discarded'], // its file is being imported
  draft: ['asked', 'discarded'],
  asked: ['taking', 'draft'],
  taking: ['approved', 'draft', 'withdrawn'], // its prices are written step by step, or go out again: where another price begins on the very same day meanwhile, and where it is withdrawn
  approved: ['taking', 'reversed'],
  withdrawn: [],
  reversed: [],
  discarded: [],
}

/** What people see: an approved list waits for its day, is in force, and is over when no price of it counts any more. No job moves it; the days decide. */
export const listStates = ['reading', 'draft', 'asked', 'taking', 'waits', 'in-force', 'over', 'withdrawn', 'reversed', 'discarded'] as const
export type ListState = (typeof listStates)[number]

export type ListFacts = { readonly status: ListStatus; readonly fromDay: LocalDay | null; /** A price that it brought still counts. */ readonly counts: boolean }

export function stateOf({ status, fromDay, counts }: ListFacts, today: LocalDay): ListState {
  if (status !== 'approved') return status
  return fromDay !== null && today < fromDay ? 'waits' : counts ? 'in-force' : 'over'
}

export const changes = ['new', 'gone', 'dearer', 'cheaper', 'same'] as const
export type Change = (typeof changes)[number]

type Day = { readonly fromDay: LocalDay | null; readonly today: LocalDay }

/** Prices of a day that is over were quoted and paid: a list begins today at the earliest. */
function whyNotBegin({ fromDay, today }: Day): Refusal | null {
  if (fromDay === null) return new Refusal('prices.day-missing')
  return fromDay < today ? new Refusal('prices.day-past', { day: fromDay }) : null
}

/** Its name and day are set while it is a draft. */
export const whyNotPrepare = ({ status, ...day }: Day & { readonly status: ListStatus }): Refusal | null =>
  (status === 'draft' ? whyNotBegin(day) : new Refusal('prices.not-a-draft'))

/** Null means it may go to whoever approves: read whole, with lines, from a day that is not past. */
export function whyNotAsk({ status, lines, ...day }: Day & { readonly status: ListStatus; readonly lines: number }): Refusal | null {
  if (!mayFollow(listLife, status, 'asked')) return new Refusal('prices.not-a-draft')
  return lines === 0 ? new Refusal('prices.no-lines') : whyNotBegin(day)
}

/** One list after the other: each ends the prices that the one before has brought. */
export const whyNotNow = (underWay: { readonly number: string } | null): Refusal | null => (underWay === null ? null : new Refusal('prices.another-under-way', { number: underWay.number }))

/** The day may have passed while it waited; and what begins on the very same day by another hand is not overwritten. */
export function whyNotApprove({ status, sameDay, ...day }: Day & { readonly status: ListStatus; /** Parts for which another price begins on that day. */ readonly sameDay: number }): Refusal | null {
  if (!mayFollow(listLife, status, 'taking')) return new Refusal('prices.not-asked')
  return whyNotBegin(day) ?? (sameDay > 0 ? new Refusal('prices.same-day', { count: sameDay }) : null)
}

export const whyNotDiscard = ({ status }: { readonly status: ListStatus }): Refusal | null => (mayFollow(listLife, status, 'discarded') ? null : new Refusal('prices.not-a-draft'))

/** Before its day nothing was sold by it: its prices are taken out again. */
export const whyNotWithdraw = (list: ListFacts, today: LocalDay): Refusal | null => (stateOf(list, today) === 'waits' ? null : new Refusal('prices.not-waiting'))

/** From its day on it is reversed by a counter list; what was quoted and sold by it stays. A counter list is not reversed itself: bring the list again. */
export function whyNotReverse(list: ListFacts & { readonly counter: boolean }, today: LocalDay): Refusal | null {
  if (list.counter) return new Refusal('prices.counter-list')
  return stateOf(list, today) === 'in-force' ? null : new Refusal('prices.not-in-force')
}
