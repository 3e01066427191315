import { addDays, localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { hoursOf } from '../../organisation/domain/opening.ts'
import type { Cell, GreetingDay, Own, PersonRow, SlotRow, Week } from '../contract.ts'
import { listOwn } from '../data/absences.ts'
import * as greeting from '../data/greeting.ts'
import { findSetting, latestPatterns, listShifts } from '../data/rosters.ts'
import { greetingStatus, minutesLate, presetSlotMinutes, slotsOfDay } from '../domain/greeting.ts'
import { daysFrom, isAtWork, mondayOf, rosterOf, uncovered, type Pattern, type Roster } from '../domain/roster.ts'
import { shiftsOf } from '../domain/shift.ts'
import { rowOf } from './absences.ts'
import { greetersOf } from './greeters.ts'
import { slotMinutesOf } from './greeting.ts'
import { membersBetween, membersOf, rosterFacts } from './who-works.ts'

const ownDays = 14
const ownPast = 30

function cellOf(roster: Roster, personId: string, day: LocalDay, here = true): Cell {
  if (!here) return { day, here, shift: null, off: true, absent: null, deputyName: '', single: false, version: 0 }
  const { shift, off, absence, entry } = roster.on(personId, day)
  return { day, here, shift, off, absent: absence?.kind ?? null, deputyName: absence?.deputyName ?? '', single: entry !== null, version: entry?.version ?? 0 }
}

export async function seeWeek({ tx, by, now }: Reading, { from }: { from: LocalDay }): Promise<Week> {
  const days = daysFrom(mondayOf(from), 7)
  const [first, last] = [days[0] ?? from, days[6] ?? from]
  const { members, heldOn } = await membersBetween(tx, by.storeId, first, last)
  const roster = rosterOf(await rosterFacts(tx, by.storeId, first, last))
  const latest = new Map((await latestPatterns(tx, by.storeId)).map((pattern) => [pattern.personId, pattern]))
  const setting = await findSetting(tx, by.storeId)
  return {
    today: localDay(now, by.timeZone), shifts: shiftsOf(await listShifts(tx, by.storeId)), slotMinutes: setting?.slotMinutes ?? presetSlotMinutes, settingVersion: setting?.version ?? 0,
    days: days.map((day) => ({ day, open: roster.isOpen(day), uncovered: roster.isOpen(day) ? uncovered(roster, heldOn(day), day) : [] })),
    people: [...members.values()].map((member): PersonRow => ({ id: member.id, name: member.name, positions: [...member.positions], cells: days.map((day) => cellOf(roster, member.id, day, member.isHere(day))), pattern: patternRow(latest.get(member.id)) })),
  }
}

const patternRow = (pattern: Pattern | undefined): PersonRow['pattern'] => (pattern === undefined ? null : { since: pattern.since, days: pattern.days === null ? null : [...pattern.days], version: pattern.version })

function slotRow(slot: greeting.GreetingData, roster: Roster, now: Date): SlotRow {
  return {
    starts: slot.starts, ends: slot.ends, personId: slot.personId, personName: slot.personName, status: greetingStatus(slot, now), minutesLate: slot.checkedInAt === null ? 0 : minutesLate(slot.startsAt, slot.checkedInAt),
    away: !isAtWork(roster.on(slot.personId, slot.day)), version: slot.version,
  }
}

export async function seeGreeting(reading: Reading, { day }: { day: LocalDay }): Promise<GreetingDay> {
  const { tx, by, now } = reading
  const { members } = await membersOf(tx, { id: by.storeId, timeZone: by.timeZone }, now)
  const facts = await rosterFacts(tx, by.storeId, day, day)
  const roster = rosterOf(facts)
  const there = greetersOf({ members: [...members.values()], roster, shifts: shiftsOf(await listShifts(tx, by.storeId)), opening: facts.opening }, day)
  const turns = new Map((await greeting.turnsOf(tx, by.storeId, day)).map(({ personId, slots }) => [personId, slots]))
  const shown = [...members.values()].filter(({ id }) => turns.has(id) || there.some((person) => person.id === id))
  return {
    day, open: roster.isOpen(day),
    slots: slotsOfDay(hoursOf(facts.opening, day), await slotMinutesOf(reading), await greeting.listGreetings(tx, by.storeId, day, day)).map(({ starts, ends, taken }) => (taken === null
      ? { starts, ends, personId: null, personName: '', status: null, minutesLate: 0, away: false, version: 0 } : slotRow(taken, roster, now))),
    people: shown.map(({ id, name }) => {
      const present = there.find((person) => person.id === id)
      return { id, name, slots: turns.get(id) ?? 0, from: present?.from ?? null, until: present?.until ?? null }
    }).toSorted((a, b) => a.slots - b.slots),
  }
}

/** Two weeks ahead; slots of today and later; absences of the last month and later. */
export async function seeOwn({ tx, by, now }: Reading): Promise<Own> {
  const today = localDay(now, by.timeZone)
  const days = daysFrom(today, ownDays)
  const until = addDays(today, ownDays - 1)
  const roster = rosterOf(await rosterFacts(tx, by.storeId, today, until))
  const rows = await listOwn(tx, by.storeId, by.personId, addDays(today, -ownPast))
  const self = (await membersBetween(tx, by.storeId, today, until)).members.get(by.personId)
  return {
    today, shifts: shiftsOf(await listShifts(tx, by.storeId)), days: days.map((day) => cellOf(roster, by.personId, day, self?.isHere(day))),
    slots: (await greeting.greetingsOf(tx, by.storeId, by.personId, today, until)).map((slot) => ({ ...slotRow(slot, roster, now), day: slot.day, startsAt: slot.startsAt.toISOString(), endsAt: slot.endsAt.toISOString() })),
    absences: rows.filter(({ personId }) => personId === by.personId).map((row) => rowOf(row, today)),
    deputyFor: rows.filter(({ deputyId, cancelled, untilDay }) => deputyId === by.personId && !cancelled && untilDay >= today).map((row) => ({ ...rowOf(row, today), reason: '' })),
  }
}
