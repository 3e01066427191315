import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as data from '../data/rosters.ts'
import { daysFrom, likeLastWeek, mondayOf, whyNotPlan, whyNotShifts } from '../domain/roster.ts'
import { shiftsOf, whyNotShift, type Shift } from '../domain/shift.ts'
import { membersBetween, rosterFacts } from './who-works.ts'

/** Whose last day is not known works on. */
const forGood = '9999-12-31'

/** Who is touched, and on which days: duties follow the roster. */
function announceChange(deed: Deed, personIds: readonly string[], from: LocalDay, until: LocalDay | null): void {
  deed.announce({ event: 'roster.changed', subjectId: deed.by.storeId, facts: { personIds, from, until } })
}

export type DayWish = { readonly personId: string; readonly day: LocalDay; /** A shift's code, 'off' or 'usual'. */ readonly shift: string; readonly version: number }

export async function planDay(deed: Deed, { personId, day, shift, version }: DayWish): Promise<{ changed: number }> {
  const { tx, by, now } = deed
  await data.waitForRoster(tx, by.storeId)
  const { members } = await membersBetween(tx, by.storeId, day, day)
  const person = found(members.get(personId), 'person')
  const before = await data.findEntry(tx, by.storeId, personId, day)
  refuseStale(before?.version ?? 0, version)
  refuseIf(whyNotPlan(day, localDay(now, by.timeZone)))
  refuseIf(shift === 'usual' ? null : whyNotShifts([shift], shiftsOf(await data.listShifts(tx, by.storeId))))
  const changed = shift === 'usual' ? await data.dropEntries(tx, by.storeId, [{ personId, day }]) : await data.putEntries(tx, by.storeId, [{ personId, day, shift: shift === 'off' ? null : shift }])
  deed.record({ subject: 'roster', subjectId: personId, before: before ?? undefined, after: { name: person.name, day, shift } })
  announceChange(deed, [personId], day, day)
  return { changed }
}

export type WeekWish = { readonly personId: string; readonly since: LocalDay; readonly days: readonly string[] | null; readonly version: number }

/** From a day on; days that were typed singly stay. */
export async function planWeek(deed: Deed, { personId, since, days, version }: WeekWish): Promise<{ changed: number }> {
  const { tx, by, now } = deed
  await data.waitForRoster(tx, by.storeId)
  const today = localDay(now, by.timeZone)
  const { members } = await membersBetween(tx, by.storeId, since, forGood)
  const person = found(members.get(personId), 'person')
  const before = await data.latestPattern(tx, by.storeId, personId)
  refuseStale(before?.version ?? 0, version)
  refuseIf(since < today ? new Refusal('rosters.begins-in-the-past') : whyNotPlan(since, today))
  refuseIf(days === null ? null : whyNotShifts(days, shiftsOf(await data.listShifts(tx, by.storeId))))
  refuseIf(days?.every((shift) => shift === 'off') === true ? new Refusal('rosters.never-works') : null)
  await data.dropPatternsAfter(tx, by.storeId, personId, since)
  const changed = await data.putPatterns(tx, by.storeId, [{ personId, since, days, version: (before?.version ?? 0) + 1 }])
  deed.record({ subject: 'roster', subjectId: personId, before: before ?? undefined, after: { name: person.name, since, days } })
  announceChange(deed, [personId], since, null)
  return { changed }
}

/** Of a week that has begun, what is left of it from today on. */
export async function copyWeek(deed: Deed, { from }: { readonly from: LocalDay }): Promise<{ changed: number }> {
  const { tx, by, now } = deed
  await data.waitForRoster(tx, by.storeId)
  const today = localDay(now, by.timeZone)
  const week = daysFrom(mondayOf(from), 7).filter((day) => day >= today)
  const [first, last] = [week[0], week.at(-1)]
  if (first === undefined || last === undefined) return refuse(new Refusal('rosters.week-over'))
  refuseIf(whyNotPlan(last, today))
  const { members } = await membersBetween(tx, by.storeId, first, last)
  const facts = await rosterFacts(tx, by.storeId, addDays(first, -7), last)
  const wanted = likeLastWeek({ ...facts, entries: facts.entries.filter(({ day }) => day <= addDays(last, -7)) }, [...members.keys()], week).filter(({ personId, day }) => members.get(personId)?.isHere(day) === true)
  const dropped = await data.dropEntries(tx, by.storeId, wanted.filter(({ usual }) => usual))
  const put = await data.putEntries(tx, by.storeId, wanted.filter(({ usual }) => !usual))
  deed.record({ subject: 'roster', subjectId: by.storeId, before: { days: facts.entries.filter(({ day }) => day >= first) }, after: { from: first, until: last, days: wanted.filter(({ usual }) => !usual) } })
  announceChange(deed, [...members.keys()], first, last)
  return { changed: dropped + put }
}

export type ShiftWish = Omit<Shift, 'code'> & { readonly code: string | null }

/** Days and weeks name a shift by its code, so what it is called and when it begins may change. */
export async function putShift(deed: Deed, wish: ShiftWish): Promise<{ code: string; version: number }> {
  const { tx, by } = deed
  await data.waitForRoster(tx, by.storeId)
  const shifts = shiftsOf(await data.listShifts(tx, by.storeId))
  const code = wish.code ?? freeCode(shifts)
  const before = shifts.find((shift) => shift.code === code)
  if (wish.code !== null) found(before, 'shift')
  refuseStale(before?.version ?? 0, wish.version)
  refuseIf(whyNotShift({ ...wish, code }, shifts))
  const version = wish.version + 1
  await data.putShift(tx, by.storeId, { ...wish, code, version })
  deed.record({ subject: 'shift', subjectId: by.storeId, before, after: { ...wish, code } })
  deed.announce({ event: 'roster.shift-changed', subjectId: by.storeId })
  return { code, version }
}

function freeCode(shifts: readonly Shift[]): string {
  let number = shifts.length + 1
  while (shifts.some(({ code }) => code === `shift-${String(number)}`)) number += 1
  return `shift-${String(number)}`
}

export async function putSetting(deed: Deed, { slotMinutes, version }: { readonly slotMinutes: 30 | 60; readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  await data.waitForRoster(tx, by.storeId)
  const before = await data.findSetting(tx, by.storeId)
  refuseStale(before?.version ?? 0, version)
  await data.putSetting(tx, by.storeId, slotMinutes, version + 1)
  deed.record({ subject: 'roster-setting', subjectId: by.storeId, before: before ?? undefined, after: { slotMinutes } })
  deed.announce({ event: 'roster.setting-changed', subjectId: by.storeId })
  return { version: version + 1 }
}
