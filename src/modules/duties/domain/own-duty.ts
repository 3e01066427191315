import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

/** What a store adds by itself stands beside its manuals, in no file; a manual's code is written in capitals, so the two never meet. */
export const ownPack = 'own'

/** One letter before the dash: no position and no manual has such a code. */
export const ownDutyId = (place: number): string => `S-${String(place)}`

type Span = { readonly since: LocalDay | null; readonly until: LocalDay | null }

/** Whether a duty is owed on a day: from its first until its last, both included. */
export const isInForce = ({ since, until }: Span, day: LocalDay): boolean => (since === null || since <= day) && (until === null || day <= until)

export type SupervisorFacts = { readonly position: string; readonly supervisors: readonly string[]; /** Positions with the right to supervise duties in this store. */ readonly maySupervise: readonly string[] }

/** Null means these positions may supervise a duty of this position: nobody his own, and each with the right to; without it he would never see what he is to follow up. */
export function whyNotSupervise({ position, supervisors, maySupervise }: SupervisorFacts): Refusal | null {
  if (supervisors.includes(position)) return new Refusal('duties.own.supervises-himself')
  const without = supervisors.find((code) => !maySupervise.includes(code))
  return without === undefined ? null : new Refusal('duties.own.may-not-supervise', { position: without })
}

export type OwnDutyFacts = SupervisorFacts & { readonly since: LocalDay; readonly today: LocalDay; readonly knows: (position: string) => boolean }

/** Null means the store may add it: positions that have duties, supervisors who may, and no duty for days that are over. */
export function whyNotAdd({ since, today, knows, ...facts }: OwnDutyFacts): Refusal | null {
  const stranger = [facts.position, ...facts.supervisors].find((code) => !knows(code))
  if (stranger !== undefined) return new Refusal('duties.nobody-so-called', { position: stranger })
  const unfit = whyNotSupervise(facts)
  if (unfit !== null) return unfit
  return since < today ? new Refusal('duties.own.day-past') : null
}

/** Null means its title or position may be changed: what a manual says of its line is the manual's. */
export const whyNotRename = ({ pack }: { readonly pack: string }): Refusal | null => (pack === ownPack ? null : new Refusal('duties.own.manual-says-so'))

/** Null means its end may be set: a duty that the store added, not over, and no last day in the past or before its first. */
export function whyNotEnd({ pack, since, until, lastDay, today }: Span & { readonly pack: string; readonly lastDay: LocalDay; readonly today: LocalDay }): Refusal | null {
  if (pack !== ownPack) return new Refusal('duties.own.not-own')
  if (until !== null && until < today) return new Refusal('duties.own.over')
  return lastDay < today || (since !== null && lastDay < since) ? new Refusal('duties.own.day-past') : null
}
