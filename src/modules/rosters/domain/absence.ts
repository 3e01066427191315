import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'

export const absenceKinds = ['leave', 'sick', 'training', 'trip'] as const
export type AbsenceKind = (typeof absenceKinds)[number]

export const absenceChanges = ['recorded', 'ended', 'cancelled', 'deputy'] as const
export type AbsenceChange = (typeof absenceChanges)[number]

/** What lies longer back stays as it is. */
export const daysBack = 31
const longest = 366

export type Span = { readonly fromDay: LocalDay; readonly untilDay: LocalDay }
type PersonSpan = Span & { readonly personId: string }
const overlaps = (a: Span, b: Span): boolean => a.fromDay <= b.untilDay && b.fromDay <= a.untilDay

export type DeputyFacts = PersonSpan & { readonly deputyId: string | null; /** Everybody's absences that touch the span, but for this one. */ readonly others: readonly PersonSpan[] }

/** Null means the deputy is another person, and there all that time. */
export function whyNotDeputy({ personId, deputyId, fromDay, untilDay, others }: DeputyFacts): Refusal | null {
  if (deputyId === null) return null
  if (deputyId === personId) return new Refusal('rosters.own-deputy')
  const away = others.find((other) => other.personId === deputyId && overlaps(other, { fromDay, untilDay }))
  return away === undefined ? null : new Refusal('rosters.deputy-absent', { from: away.fromDay, until: away.untilDay })
}

/** A duty of somebody, and the rights without which nobody does it: those of the page its button leads to, or of the deed of its button. */
export type DutyNeeds = { readonly id: string; readonly zh: string; readonly en: string; readonly needs: readonly string[] }

/** Of these duties, those that somebody with these rights could not do. It warns of a deputy and refuses nobody: he may know the work and be given the right. */
export const beyondRights = <Duty extends DutyNeeds>(duties: readonly Duty[], rights: readonly string[]): Duty[] => duties.filter(({ needs }) => needs.some((right) => !rights.includes(right)))

/** Null means the absence may be recorded. */
export function whyNotAbsent(facts: DeputyFacts & { readonly today: LocalDay }): Refusal | null {
  const { personId, fromDay, untilDay, others, today } = facts
  if (untilDay < fromDay) return new Refusal('rosters.until-before-from', { from: fromDay, until: untilDay })
  if (fromDay < addDays(today, -daysBack)) return new Refusal('rosters.too-long-ago', { days: daysBack })
  if (untilDay > addDays(fromDay, longest)) return new Refusal('rosters.too-long', { days: longest })
  const twice = others.find((other) => other.personId === personId && overlaps(other, facts))
  if (twice !== undefined) return new Refusal('rosters.absent-already', { from: twice.fromDay, until: twice.untilDay })
  return whyNotDeputy(facts)
}

export type EndFacts = Span & { readonly cancelled: boolean; /** The last day of it; null: it is cancelled. */ readonly newUntil: LocalDay | null; readonly today: LocalDay; readonly reason: string }

/** Null means it is not over: its deputy may change. */
export const whyNotTouch = ({ cancelled, untilDay }: Pick<EndFacts, 'cancelled' | 'untilDay'>, today: LocalDay): Refusal | null =>
  (cancelled || untilDay < today ? new Refusal('rosters.absence-over') : null)

/** Null means it may end earlier or be cancelled; what is over stays as it was. */
export function whyNotEnd({ fromDay, untilDay, cancelled, newUntil, today, reason }: EndFacts): Refusal | null {
  const over = whyNotTouch({ cancelled, untilDay }, today)
  if (over !== null) return over
  if (reason.trim() === '') return new Refusal('rosters.reason-missing')
  if (newUntil === null) return fromDay < today ? new Refusal('rosters.absence-begun', { from: fromDay }) : null
  if (newUntil < fromDay || newUntil >= untilDay) return new Refusal('rosters.not-earlier', { from: fromDay, until: untilDay })
  return newUntil < addDays(today, -1) ? new Refusal('rosters.ends-in-the-past') : null
}
