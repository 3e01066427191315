import { Refusal } from '../../../kernel/refusal.ts'
import { followUpDays } from '../../settlement/domain/call-time.ts'
import type { ComplaintKind } from './complaint.ts'

export const questions = ['reception', 'quality', 'price', 'time', 'cleanliness'] as const
export type Question = (typeof questions)[number]

export const contactResults = ['reached', 'no-answer', 'phone-off', 'wrong-number', 'refused'] as const
export type ContactResult = (typeof contactResults)[number]

/** After these nobody calls again: the others are attempts. */
export const endingResults: readonly ContactResult[] = ['reached', 'refused']

export const mostAttempts = 3

export type FollowUpFacts = { readonly attempts: number; readonly answered: boolean }

/** Waits until somebody was reached or wants no call, or three attempts were made. */
export const isWaiting = ({ attempts, answered }: FollowUpFacts): boolean => !answered && attempts < mostAttempts

export type Due = { readonly deliveredAt: Date; /** The span the customer asked for; null: any time. */ readonly asked: { readonly from: Date; readonly to: Date } | null; readonly attempts: number }

/** By when the call is due: at the end of the asked time; where that was tried in vain or nobody asked for one, three days after the delivery (SAD-1.8.3). */
export function callDueAt({ deliveredAt, asked, attempts }: Due): Date {
  const latest = new Date(deliveredAt.getTime() + followUpDays * 86_400_000)
  if (asked === null) return latest
  return attempts === 0 || asked.to > latest ? asked.to : latest
}

type Awaited = Pick<Due, 'asked' | 'attempts'> & { readonly dueAt: Date }

export const isLater = ({ asked }: Pick<Awaited, 'asked'>, now: Date): boolean => asked !== null && asked.from > now

/** The hour he asked for runs, and nobody tried yet. */
const isHisHour = ({ asked, attempts }: Awaited, now: Date): boolean => asked !== null && attempts === 0 && asked.from <= now && now <= asked.to

/** Whom to call first: whose hour it is, since all others can wait; of those who can be called now the first due; behind them who asked for later, the first hour first. */
export const inCallOrder = <Row extends Awaited>(rows: readonly Row[], now: Date): Row[] => {
  const rank = (row: Row): number => (isLater(row, now) ? row.asked?.from ?? row.dueAt : row.dueAt).getTime()
  const group = (row: Row): number => (isHisHour(row, now) ? 0 : isLater(row, now) ? 2 : 1)
  return rows.toSorted((one, other) => group(one) - group(other) || rank(one) - rank(other))
}

export type ContactFacts = {
  readonly result: ContactResult; readonly scores: Readonly<Partial<Record<Question, number>>>; readonly satisfied: boolean | null; readonly words: string
  /** What he complains about, where he is not satisfied. */ readonly complaint: ComplaintKind | null
}

/** FDS-2.9, WSS-2.8: an answered call has every score; whoever is not satisfied has a complaint with his words, whose clock runs from the call. */
export function whyNotRecord({ result, scores, satisfied, words, complaint }: ContactFacts): Refusal | null {
  if (result !== 'reached') return null
  if (satisfied === null || questions.some((question) => scores[question] === undefined)) return new Refusal('care.scores-missing')
  if (!satisfied && complaint === null) return new Refusal('care.complaint-missing')
  return complaint !== null && words.trim() === '' ? new Refusal('care.words-missing') : null
}
