import { found, invariant, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, fromWallTime, localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { hoursOf, type OpeningTimes } from '../../organisation/domain/opening.ts'
import * as data from '../data/greeting.ts'
import { findSetting, listShifts, waitForRoster } from '../data/rosters.ts'
import { minutesLate, overlap, presetSlotMinutes, slotsOfDay, takeTurns, whyNotCheckIn, whyNotGive, type Slot } from '../domain/greeting.ts'
import { daysFrom, isAtWork, rosterOf, whyNotPlan, type Roster } from '../domain/roster.ts'
import { shiftsOf } from '../domain/shift.ts'
import { greetersOf, type GreetersDay } from './greeters.ts'
import { membersOf, rosterFacts } from './who-works.ts'

const longestSpan = 7

const momentOf = (day: LocalDay, wall: string, timeZone: string): Date => {
  const at = fromWallTime(`${day}T${wall}`, timeZone)
  invariant(at !== null, `no such time in ${timeZone}: ${day} ${wall}`)
  return at
}

export const slotMinutesOf = async ({ tx, by }: Pick<Deed, 'tx' | 'by'>): Promise<number> => (await findSetting(tx, by.storeId))?.slotMinutes ?? presetSlotMinutes

type Span = { readonly from: LocalDay; readonly until: LocalDay }

/** Null means a span of days may be planned in one go. */
function whyNotSpan({ from, until }: Span, today: LocalDay): Refusal | null {
  if (until < from) return new Refusal('rosters.until-before-from', { from, until })
  return until > addDays(from, longestSpan - 1) ? new Refusal('rosters.a-week-at-most') : whyNotPlan(until, today)
}

/** Free slots of the span that are not over yet, and those of people who are away now, in turn to whoever is there (STM-4.3). */
export async function assignGreeting(deed: Deed, span: Span): Promise<{ assigned: number; free: number }> {
  const { tx, by, now } = deed
  await waitForRoster(tx, by.storeId)
  const today = localDay(now, by.timeZone)
  refuseIf(whyNotSpan(span, today))
  const { members } = await membersOf(tx, { id: by.storeId, timeZone: by.timeZone }, now)
  const facts = await rosterFacts(tx, by.storeId, span.from, span.until)
  const days: GreetersDay = { members: [...members.values()], roster: rosterOf(facts), shifts: shiftsOf(await listShifts(tx, by.storeId)), opening: facts.opening }
  const taken = await data.listGreetings(tx, by.storeId, span.from, span.until)
  const isDeserted = ({ day, personId, checkedInAt }: data.GreetingData): boolean => checkedInAt === null && !isAtWork(days.roster.on(personId, day))
  const length = await slotMinutesOf(deed)
  const stood = await turnsByMonth(deed, span)
  const rows: data.NewGreeting[] = []
  let free = 0
  for (const day of daysFrom(span.from, longestSpan).filter((one) => one <= span.until && one >= today)) {
    const open = freeSlots(facts.opening, length, taken.filter((row) => row.day === day), day, isDeserted).filter(({ ends }) => momentOf(day, ends, by.timeZone) > now)
    const turns = stood(day)
    const given = takeTurns(open, greetersOf(days, day).map((person) => ({ ...person, slots: turns.get(person.id) ?? 0 })))
    free += open.length
    for (const { personId } of given) turns.set(personId, (turns.get(personId) ?? 0) + 1)
    rows.push(...given.map(({ slot, personId }) => newRow(day, slot, found(members.get(personId), 'person'), by.timeZone)))
  }
  refuseIf(free === 0 ? new Refusal('rosters.nothing-free') : rows.length === 0 ? new Refusal('rosters.nobody-to-greet') : null)
  const before = taken.filter(({ day, starts }) => rows.some((row) => row.day === day && row.starts === starts))
  await data.dropGreetings(tx, by.storeId, before)
  await data.insertGreetings(tx, by.storeId, rows)
  deed.record({ subject: 'greeting', subjectId: by.storeId, before: before.map(({ day, starts, personName }) => ({ day, starts, personName })), after: rows.map(({ day, starts, personName }) => ({ day, starts, personName })) })
  deed.announce({ event: 'roster.greeting-changed', subjectId: by.storeId })
  return { assigned: rows.length, free: free - rows.length }
}

const freeSlots = (opening: OpeningTimes, length: number, taken: readonly data.GreetingData[], day: LocalDay, isDeserted: (row: data.GreetingData) => boolean = () => false): Slot[] =>
  slotsOfDay(hoursOf(opening, day), length, taken).filter((slot) => slot.taken === null || isDeserted(slot.taken))

const newRow = (day: LocalDay, { starts, ends }: Slot, person: { id: string; name: string }, timeZone: string): data.NewGreeting =>
  ({ day, starts, ends, personId: person.id, personName: person.name, startsAt: momentOf(day, starts, timeZone), endsAt: momentOf(day, ends, timeZone) })

/** Turns so far, month by month: a new month begins anew. */
async function turnsByMonth({ tx, by }: Deed, { from, until }: Span): Promise<(day: LocalDay) => Map<string, number>> {
  const months = new Map<string, Map<string, number>>()
  for (const month of new Set([from.slice(0, 7), until.slice(0, 7)])) {
    months.set(month, new Map((await data.turnsOf(tx, by.storeId, `${month}-01`)).map(({ personId, slots }) => [personId, slots])))
  }
  return (day) => months.get(day.slice(0, 7)) ?? new Map()
}

export type SlotWish = { readonly day: LocalDay; readonly starts: string; /** The end of a slot at another time. */ readonly ends?: string | undefined; readonly personId: string | null; readonly version: number }

/** By hand: a free slot, a slot that somebody has, or one at another time. */
export async function giveSlot(deed: Deed, { day, starts, ends, personId, version }: SlotWish): Promise<{ changed: number }> {
  const { tx, by, now } = deed
  await waitForRoster(tx, by.storeId)
  const before = await data.lockGreeting(tx, by.storeId, day, starts)
  refuseStale(before?.version ?? 0, version)
  const { members } = await membersOf(tx, { id: by.storeId, timeZone: by.timeZone }, now)
  const person = personId === null ? null : found(members.get(personId), 'person')
  const facts = await rosterFacts(tx, by.storeId, day, day)
  const slot = before ?? await newSlot(deed, facts.opening, { day, starts, ends })
  const endsAt = before?.endsAt ?? momentOf(day, slot.ends, by.timeZone)
  refuseIf(whyNotGive({ checkedInAt: before?.checkedInAt ?? null, endsAt, now, atWork: person === null ? null : isAtWork(rosterOf(facts).on(person.id, day)) }))
  const changed = await writeSlot(deed, day, slot, { before, person })
  deed.record({ subject: 'greeting', subjectId: by.storeId, before: before ?? undefined, after: { day, starts, ends: slot.ends, personName: person?.name ?? null } })
  deed.announce({ event: 'roster.greeting-changed', subjectId: by.storeId })
  return { changed }
}

function writeSlot({ tx, by }: Deed, day: LocalDay, slot: Slot, { before, person }: { before: data.GreetingData | null; person: { id: string; name: string } | null }): Promise<number> | number {
  if (before === null) return person === null ? 0 : data.insertGreetings(tx, by.storeId, [newRow(day, slot, person, by.timeZone)])
  if (person === null) return data.dropGreetings(tx, by.storeId, [before])
  return data.giveGreeting(tx, by.storeId, { ...before, personId: person.id, personName: person.name })
}

async function newSlot(deed: Deed, opening: OpeningTimes, { day, starts, ends }: Pick<SlotWish, 'day' | 'starts' | 'ends'>): Promise<Slot> {
  const taken = await data.listGreetings(deed.tx, deed.by.storeId, day, day)
  const cut = freeSlots(opening, await slotMinutesOf(deed), taken, day).find((slot) => slot.starts === starts)
  if (ends === undefined || ends === cut?.ends) return cut ?? refuse(new Refusal('rosters.no-such-slot'))
  refuseIf(ends <= starts ? new Refusal('rosters.ends-before-it-starts', { starts, ends }) : taken.some((other) => overlap(other, { starts, ends })) ? new Refusal('rosters.slots-overlap') : null)
  return { starts, ends }
}

type Seen = { readonly starts: string; readonly version: number }

export async function swapSlots(deed: Deed, { day, first, second }: { readonly day: LocalDay; readonly first: Seen; readonly second: Seen }): Promise<{ changed: number }> {
  const { tx, by, now } = deed
  await waitForRoster(tx, by.storeId)
  const [one, other] = [await lockSeen(deed, day, first), await lockSeen(deed, day, second)]
  refuseIf(one.personId === other.personId ? new Refusal('rosters.same-person') : null)
  const roster: Roster = rosterOf(await rosterFacts(tx, by.storeId, day, day))
  for (const [slot, person] of [[one, other], [other, one]] as const) {
    refuseIf(whyNotGive({ checkedInAt: slot.checkedInAt, endsAt: slot.endsAt, now, atWork: isAtWork(roster.on(person.personId, day)) }))
    await data.giveGreeting(tx, by.storeId, { ...slot, personId: person.personId, personName: person.personName })
  }
  deed.record({ subject: 'greeting', subjectId: by.storeId, before: [one, other], after: { day, [one.starts]: other.personName, [other.starts]: one.personName } })
  deed.announce({ event: 'roster.greeting-changed', subjectId: by.storeId })
  return { changed: 2 }
}

async function lockSeen({ tx, by }: Deed, day: LocalDay, { starts, version }: Seen): Promise<data.GreetingData> {
  const slot = found(await data.lockGreeting(tx, by.storeId, day, starts), 'slot')
  refuseStale(slot.version, version)
  return slot
}

/** The server's time counts (SAD-4.1). */
export async function checkIn(deed: Deed, { day, ...seen }: Seen & { readonly day: LocalDay }): Promise<{ version: number; minutesLate: number }> {
  const { tx, by, now } = deed
  const slot = await lockSeen(deed, day, seen)
  refuseIf(whyNotCheckIn({ ...slot, by: by.personId, now }))
  await data.checkIn(tx, by.storeId, { day, starts: slot.starts, at: now })
  const late = minutesLate(slot.startsAt, now)
  deed.record({ subject: 'greeting', subjectId: by.storeId, after: { day, starts: slot.starts, personName: slot.personName, minutesLate: late } })
  deed.announce({ event: 'roster.checked-in', subjectId: by.storeId })
  return { version: slot.version + 1, minutesLate: late }
}
