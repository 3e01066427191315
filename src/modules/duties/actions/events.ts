import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Announcement, Deed } from '../../../platform/deed.ts'
import { dutiesOfEvents, type DutyData } from '../data/duties.ts'
import { insertInstances, type NewInstance } from '../data/instances.ts'
import { closesAt } from '../domain/instance.ts'
import { isInForce, ownPack } from '../domain/own-duty.ts'
import { dueAfter, isAtOnce, responseTime, type StoreCalendar } from '../domain/occurrences.ts'
import { isFault, parseWhen, waitsFor, type Span } from '../domain/when.ts'
import { withDoers } from './follow-roster.ts'
import { owedWhen } from './proofs.ts'
import { calendarAround } from './store-of-duties.ts'

/** An event of the manual, as it happened here. */
export type DutyEvent = { readonly event: string; readonly subjectId: string | null; readonly subjectName: string; /** Whose duty it becomes, where the thing has its person. */ readonly holderId: string | null; readonly holderName: string; /** Only the duties of this position, where the thing is assigned to one. */ readonly position?: string; /** What it happened to, where the manual tells these apart (`receipt.discrepancy accessory`); null: nothing special. */ readonly narrowing?: string | null; readonly happenedAt: Date }

/** What is announced in the product, in the words of the manual; null when it is none of them. */
export type ReadEvent = (news: Announcement, deed: Pick<Deed, 'now'>) => DutyEvent | null

const readers: ReadEvent[] = []
export const registerDutyEvents = (...all: readonly ReadEvent[]): void => { readers.push(...all) }

const deadlineOf = (duty: DutyData, span: Span, calendar: StoreCalendar, at: Date): Date => (isAtOnce(duty.due) ? responseTime(at) : dueAfter(span, calendar, at, duty.move))

/** When what an event made is due by the calendar as it is now; null where its deadline does not go by days counted from the event. */
export function dueOfEvent(duty: DutyData, calendar: StoreCalendar, happenedAt: Date): Date | null {
  const when = parseWhen(owedWhen(duty))
  return isFault(when) || when.kind !== 'event' || when.span === null || when.span.sign < 0 || when.span.minutes > 0 || isAtOnce(duty.due) ? null : dueAfter(when.span, calendar, happenedAt, duty.move)
}

function instanceOf(deed: Deed, duty: DutyData, calendar: StoreCalendar, event: DutyEvent): NewInstance[] {
  const when = parseWhen(owedWhen(duty))
  // Without a span it belongs to the step itself, which cannot be passed without it.
  if (isFault(when) || when.kind !== 'event' || when.span === null) return []
  const dueAt = deadlineOf(duty, when.span, calendar, event.happenedAt)
  // What is due before the event (a briefing the day before a count) opens as soon as the day is known.
  const opensAt = [event.happenedAt, deed.now].find((at) => at < dueAt) ?? dueAt
  // Whom the manual gives it to holds that duty's position; a duty that the store added may be another's.
  const whose = duty.pack === ownPack ? { holderId: null, holderName: '' } : { holderId: event.holderId, holderName: event.holderName }
  return [{
    id: deed.newId(), dutyId: duty.id, position: duty.position, period: `${event.event} ${event.subjectId ?? event.subjectName}`.slice(0, 100), ...whose, deputyId: null, deputyName: '',
    opensAt, dueAt, closesAt: closesAt(dueAt, duty.graceMinutes, calendar.timeZone), event: event.event, subjectId: event.subjectId, subjectName: event.subjectName.slice(0, 100),
  }]
}

async function makeFor(deed: Deed, events: readonly DutyEvent[]): Promise<number> {
  const { tx, by, now } = deed
  const duties = await dutiesOfEvents(tx, by.storeId, events.map(({ event }) => event))
  if (duties.length === 0) return 0
  const calendar = await calendarAround(tx, { id: by.storeId, timeZone: by.timeZone }, now, 60)
  const rows = events.flatMap((event) => duties.filter(({ due }) => waitsFor(due, event.event, event.narrowing)).filter(({ position }) => event.position === undefined || event.position === position).flatMap((duty) => (isInForce(duty, localDay(event.happenedAt, by.timeZone)) ? instanceOf(deed, duty, calendar, event) : [])))
  return rows.length === 0 ? 0 : insertInstances(tx, by.storeId, await withDoers(tx, { id: by.storeId, timeZone: by.timeZone }, rows, now))
}

/** In the deed's own transaction: its events make their duties with it, or not at all. */
export async function makeDutiesOfEvents(deed: Deed, news: readonly Announcement[]): Promise<void> {
  const events = news.flatMap((item) => readers.flatMap((read) => read(item, deed) ?? []))
  if (events.length > 0) await makeFor(deed, events)
}

export type ReportWish = { readonly event: string; readonly subject: string; readonly happenedAt: string }

/** An event whose module does not exist yet, told by hand; it makes its duties, and a filed record closes them. */
export async function reportEvent(deed: Deed, { event, subject, happenedAt }: ReportWish): Promise<{ made: number }> {
  const at = new Date(happenedAt)
  const made = await makeFor(deed, [{ event, subjectId: null, subjectName: subject, holderId: null, holderName: '', happenedAt: at }])
  refuseIf(made === 0 ? new Refusal('duties.event-makes-nothing') : null)
  deed.record({ subject: 'duty-event', subjectId: deed.by.storeId, after: { event, subject, happenedAt: at, made } })
  deed.announce({ event: 'duty.reported', subjectId: deed.by.storeId })
  return { made }
}
