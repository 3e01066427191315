import { Refusal } from '../../../kernel/refusal.ts'
import type { ComplaintKind } from './complaint.ts'
import { questions, type Question } from './follow-up.ts'

/** FDS-2.8 service, WSS-2.5 repair quality, each on the 5th, 15th and 25th; STM-4.8 all complaints, on Mondays. */
export const bulletinKinds = ['service', 'quality', 'complaints'] as const
export type BulletinKind = (typeof bulletinKinds)[number]

export const issuerOf: Readonly<Record<BulletinKind, string>> = { service: 'FDS', quality: 'WSS', complaints: 'STM' }
/** A first bulletin, and one after a long silence, looks back so far. */
export const mostDaysBack = 31

export const questionsOf: Readonly<Record<BulletinKind, readonly Question[]>> = { service: questions.filter((question) => question !== 'quality'), quality: ['quality'], complaints: questions }
export const complaintsOf: Readonly<Record<BulletinKind, readonly ComplaintKind[]>> = { service: ['service', 'price', 'time', 'other'], quality: ['quality'], complaints: ['service', 'quality', 'price', 'time', 'other'] }

/** From the end of the one before, at most `mostDaysBack` days ago. */
export function beginOf(lastEnd: Date | null, now: Date): Date {
  const earliest = new Date(now.getTime() - mostDaysBack * 86_400_000)
  return lastEnd === null || lastEnd < earliest ? earliest : lastEnd
}

export type IssueFacts = { readonly kind: BulletinKind; readonly positions: readonly string[]; readonly issuedToday: boolean; readonly words: string }

/** Null means this person may issue it: whose duty it is or the station manager, once a day, with what is to be done. */
export function whyNotIssue({ kind, positions, issuedToday, words }: IssueFacts): Refusal | null {
  if (!positions.includes(issuerOf[kind]) && !positions.includes('STM')) return new Refusal('care.bulletin-of-another', { position: issuerOf[kind] })
  if (issuedToday) return new Refusal('care.issued-today')
  return words.trim() === '' ? new Refusal('care.bulletin-words-missing') : null
}
