import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export const complaintStatuses = ['open', 'answered', 'closed'] as const
export type ComplaintStatus = (typeof complaintStatuses)[number]

export const complaintLife: Life<ComplaintStatus> = { open: ['answered'], answered: ['open', 'closed'], closed: [] }

export const complaintKinds = ['service', 'quality', 'price', 'time', 'other'] as const
export type ComplaintKind = (typeof complaintKinds)[number]

/** Repair quality goes to the workshop, all else to the front desk. */
export const assigneeOf = (kind: ComplaintKind): 'FDS' | 'WSS' => (kind === 'quality' ? 'WSS' : 'FDS')

const hours = 24
/** FDS-2.9, WSS-2.8: by the clock, not by opening hours. */
export const answerDueAt = (openedAt: Date): Date => new Date(openedAt.getTime() + hours * 3_600_000)

export type AnswerFacts = { readonly status: ComplaintStatus; readonly assignedTo: string; /** The positions of who answers. */ readonly positions: readonly string[]; readonly answer: string }

/** Null means this person may answer: the position it is assigned to, or the station manager, with words. */
export function whyNotAnswer({ status, assignedTo, positions, answer }: AnswerFacts): Refusal | null {
  if (!mayFollow(complaintLife, status, 'answered')) return new Refusal('care.not-open')
  if (!positions.includes(assignedTo) && !positions.includes('STM')) return new Refusal('care.assigned-elsewhere', { position: assignedTo })
  return answer.trim() === '' ? new Refusal('care.words-missing') : null
}

export type CloseFacts = { readonly status: ComplaintStatus; readonly answeredBy: string | null; readonly personName: string; readonly content: boolean; readonly words: string }

/** Null means customer care may close it or give it back; who answered does not judge his own answer. */
export function whyNotClose({ status, answeredBy, personName, content, words }: CloseFacts): Refusal | null {
  if (status !== 'answered') return new Refusal('care.not-answered')
  if (answeredBy === personName) return new Refusal('care.own-answer')
  return !content && words.trim() === '' ? new Refusal('care.words-missing') : null
}
