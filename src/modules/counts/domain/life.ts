import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export const countKinds = ['full', 'rolling'] as const
export type CountKind = (typeof countKinds)[number]

export const countStatuses = ['planned', 'counting', 'recounting', 'explaining', 'explained', 'approved', 'adjusted', 'closed', 'cancelled', 'reversed'] as const
export type CountStatus = (typeof countStatuses)[number]

/** 'explained': with finance. A line can be sent back to the shelf as long as nothing is adjusted; a wrong adjustment ends the count. */
export const countLife: Life<CountStatus> = {
  planned: ['counting', 'cancelled'],
  counting: ['recounting', 'explaining', 'closed', 'cancelled'],
  recounting: ['explaining', 'closed', 'cancelled'],
  explaining: ['explained', 'recounting', 'cancelled'],
  explained: ['approved', 'explaining'],
  approved: ['adjusted', 'recounting'],
  adjusted: ['closed', 'reversed'],
  closed: ['reversed'],
  cancelled: [],
  reversed: [],
}

/** While people stand at the shelves nobody sees what the books say (a blind count). */
export const isBlind = (status: CountStatus): boolean => status === 'planned' || status === 'counting' || status === 'recounting'

/** Its differences are not on the books yet: the same shelf must not be in a second count, or one difference would be adjusted twice. */
export const underWay: readonly CountStatus[] = ['planned', 'counting', 'recounting', 'explaining', 'explained', 'approved']

/** Null means the count may go on to that status. */
export const whyNotBecome = (from: CountStatus, to: CountStatus): Refusal | null => (mayFollow(countLife, from, to) ? null : new Refusal('counts.not-now'))
