import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import { whyNotFrom } from './membership.ts'

export type TeamName = { readonly id: string; readonly nameZh: string; readonly nameEn: string }

/** Null means the names are no other open team's, in neither language. */
export function whyNotCall({ nameZh, nameEn }: Omit<TeamName, 'id'>, others: readonly TeamName[]): Refusal | null {
  if (nameZh.trim() === '' || nameEn.trim() === '') return new Refusal('teams.name-missing')
  const taken = others.find((other) => other.nameZh === nameZh.trim() || other.nameEn.toLowerCase() === nameEn.trim().toLowerCase())
  return taken === undefined ? null : new Refusal('teams.name-taken', { nameZh: taken.nameZh, nameEn: taken.nameEn })
}

/** Null means a team may be changed: what was closed stays as it was. */
export const whyNotChange = (closedFrom: LocalDay | null): Refusal | null => (closedFrom === null ? null : new Refusal('teams.closed', { from: closedFrom }))

export type CloseFacts = { readonly closedFrom: LocalDay | null; readonly from: LocalDay; readonly today: LocalDay; /** Who is in the team on that day or later. */ readonly members: number }

/** Null means the team may close: whoever is in it goes elsewhere first, so that nobody falls out of his team unseen. */
export function whyNotClose({ closedFrom, from, today, members }: CloseFacts): Refusal | null {
  const refusal = whyNotChange(closedFrom) ?? whyNotFrom(from, today)
  if (refusal !== null) return refusal
  return members > 0 ? new Refusal('teams.still-members', { count: members, from }) : null
}
