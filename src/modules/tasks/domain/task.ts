import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export const taskStatuses = ['open', 'done', 'checked', 'withdrawn'] as const
export type TaskStatus = (typeof taskStatuses)[number]

/** Done by its owner, then checked by who gave it, or sent back. */
export const taskLife: Life<TaskStatus> = { open: ['done', 'withdrawn'], done: ['open', 'checked'], checked: [], withdrawn: [] }

export const taskKinds = ['problem', 'task'] as const
export type TaskKind = (typeof taskKinds)[number]

/** Where a problem was seen says who settles it (FDS-1.3, WSS-1.3; SAD-2.2: whoever is at the desk cleans up). */
export const areas = ['front-desk', 'workshop', 'parts', 'cleaning', 'house'] as const
export type Area = (typeof areas)[number]
export const positionOfArea: Readonly<Record<Area, string>> = { 'front-desk': 'FDS', workshop: 'WSS', parts: 'PTS', cleaning: 'SAD', house: 'STM' }

const hoursOfProblem = 24
/** A reported problem is settled within a day, by the clock. */
export const problemDueAt = (now: Date): Date => new Date(now.getTime() + hoursOfProblem * 3_600_000)

export type Owner = { readonly position: string; /** Null: whoever of the position comes first. */ readonly ownerId: string | null }
export type Somebody = { readonly personId: string; readonly positions: readonly string[]; /** People who are absent today and for whom he stands in. */ readonly standsInFor: readonly string[] }

/** His own, one of his position, or that of somebody absent for whom he stands in. */
export const isMine = ({ position, ownerId }: Owner, { personId, positions, standsInFor }: Somebody): boolean =>
  (ownerId === null ? positions.includes(position) : ownerId === personId || standsInFor.includes(ownerId))

export const isOverdue = ({ status, dueAt }: { readonly status: TaskStatus; readonly dueAt: Date }, now: Date): boolean => status === 'open' && dueAt < now

/** Null means the problem may be reported: words, or a photo that says it. */
export const whyNotReport = ({ words, photos }: { readonly words: string; readonly photos: number }): Refusal | null =>
  (words.trim() === '' && photos === 0 ? new Refusal('tasks.words-or-photo') : null)

export type GiveFacts = { readonly words: string; /** Null where the deadline stays as it is. */ readonly dueAt: Date | null; readonly now: Date; /** Whether the person holds the position; null where no person is named. */ readonly ownerHolds: boolean | null; /** Whether anybody holds the position. */ readonly held: boolean }

/** Null means this task may be given: it says what, by when, and to whom it falls. */
export function whyNotGive({ words, dueAt, now, ownerHolds, held }: GiveFacts): Refusal | null {
  if (words.trim() === '') return new Refusal('tasks.words-missing')
  if (dueAt !== null && dueAt <= now) return new Refusal('tasks.due-in-the-past')
  if (ownerHolds === false) return new Refusal('tasks.owner-of-another-position')
  return held ? null : new Refusal('tasks.nobody-holds-it')
}

type Step = { readonly status: TaskStatus; readonly words: string }

/** Null means it is done: by whom it is for, in words, with a photo where one was asked for. */
export function whyNotDo({ status, mine, words, photoNeeded, photos }: Step & { readonly mine: boolean; readonly photoNeeded: boolean; readonly photos: number }): Refusal | null {
  if (!mayFollow(taskLife, status, 'done')) return new Refusal('tasks.not-open')
  if (!mine) return new Refusal('tasks.of-another')
  if (words.trim() === '') return new Refusal('tasks.words-missing')
  return photoNeeded && photos === 0 ? new Refusal('tasks.photo-missing') : null
}

export type CheckFacts = Step & { readonly gave: boolean; /** He may judge what others gave: the station manager. */ readonly judgesAll: boolean; readonly did: boolean; readonly good: boolean }

/** Null means he may say that it is good or send it back: who gave it, never who did it. */
export function whyNotCheck({ status, gave, judgesAll, did, good, words }: CheckFacts): Refusal | null {
  if (status !== 'done') return new Refusal('tasks.not-done')
  if (did) return new Refusal('tasks.own-work')
  if (!gave && !judgesAll) return new Refusal('tasks.given-by-another')
  return !good && words.trim() === '' ? new Refusal('tasks.reason-missing') : null
}

export function whyNotWithdraw({ status, gave, judgesAll, words }: Step & { readonly gave: boolean; readonly judgesAll: boolean }): Refusal | null {
  if (!mayFollow(taskLife, status, 'withdrawn')) return new Refusal('tasks.not-open')
  if (!gave && !judgesAll) return new Refusal('tasks.given-by-another')
  return words.trim() === '' ? new Refusal('tasks.reason-missing') : null
}

/** Null means it may go to somebody else: by its owner or who gave it, with a reason; a later deadline is granted by who gave it. */
export function whyNotPass({ status, mine, gave, judgesAll, later, words }: Step & { readonly mine: boolean; readonly gave: boolean; readonly judgesAll: boolean; readonly later: boolean }): Refusal | null {
  if (status !== 'open') return new Refusal('tasks.not-open')
  if (!mine && !gave && !judgesAll) return new Refusal('tasks.of-another')
  if (later && !gave && !judgesAll) return new Refusal('tasks.deadline-of-the-giver')
  return words.trim() === '' ? new Refusal('tasks.reason-missing') : null
}
