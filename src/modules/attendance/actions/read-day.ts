import { addDays, fromWallTime, localDay, startOfDay, type LocalDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { expectedOn, type Expected } from '../../rosters/public.ts'
import type { AttendanceDay, OwnAttendance, PersonDay, SpellView } from '../contract.ts'
import * as data from '../data/spells.ts'
import { daysCorrectable, minutesLate, standingOf } from '../domain/attendance.ts'
import { attendancePermissions } from '../permissions.ts'

const iso = (at: string): string => new Date(at).toISOString()

const view = ({ id, cameAt, leftAt, forgotten, version, corrections }: data.SpellData): SpellView => ({
  id, cameAt: cameAt.toISOString(), leftAt: leftAt?.toISOString() ?? null, forgotten, version,
  corrections: corrections.map(({ at, cameBefore, leftBefore, cameAfter, leftAfter, ...said }) => ({
    ...said, at: iso(at), cameBefore: cameBefore === null ? null : iso(cameBefore), leftBefore: leftBefore === null ? null : iso(leftBefore), cameAfter: iso(cameAfter), leftAfter: iso(leftAfter),
  })),
})

type Span = { readonly from: Date; readonly until: Date }

function spanOf({ hours }: Pick<Expected, 'hours'>, day: LocalDay, timeZone: string): Span | null {
  const [from, until] = [hours?.from, hours?.until].map((wall) => (wall === undefined ? null : fromWallTime(`${day}T${wall}`, timeZone)))
  return from === null || from === undefined || until === null || until === undefined ? null : { from, until }
}

const spoken = (span: Span | null) => (span === null ? null : { from: span.from.toISOString(), until: span.until.toISOString() })

const ownDays = 14

export async function seeOwn({ tx, by, now }: Reading): Promise<OwnAttendance> {
  const today = localDay(now, by.timeZone)
  const me = (await expectedOn(tx, { id: by.storeId, timeZone: by.timeZone }, today, now)).find(({ id }) => id === by.personId)
  const spells = await data.spellsOf(tx, by.storeId, by.personId, startOfDay(addDays(today, -ownDays), by.timeZone))
  return {
    today, since: spells.find(({ leftAt }) => leftAt === null)?.cameAt.toISOString() ?? null, spells: spells.map(view),
    expected: me === undefined ? null : spoken(spanOf(me, today, by.timeZone)),
  }
}

const order: Readonly<Record<PersonDay['standing'], number>> = { missing: 0, here: 1, left: 2, expected: 3, away: 4, off: 5 }

/** Everybody who clocks, missing ones first, and what stopped by itself and waits for a word. */
export async function seeDay({ tx, by, now }: Reading, day: LocalDay): Promise<AttendanceDay> {
  const [from, until] = [startOfDay(day, by.timeZone), startOfDay(addDays(day, 1), by.timeZone)]
  const spells = Map.groupBy(await data.spellsBetween(tx, by.storeId, from, until), ({ personId }) => personId)
  const people = (await expectedOn(tx, { id: by.storeId, timeZone: by.timeZone }, day, now)).filter(({ id, positions }) => spells.has(id) || positions.some((position) => clocking.has(position)))
  const forgotten = await data.forgottenSince(tx, by.storeId, new Date(now.getTime() - daysCorrectable * 86_400_000))
  const rows = people.map((person): PersonDay => {
    const [own, expected] = [spells.get(person.id) ?? [], spanOf(person, day, by.timeZone)]
    const facts = { spells: own, expectedAt: expected?.from ?? null, absent: person.absent, now }
    return { personId: person.id, name: person.name, positions: [...person.positions], standing: standingOf(facts), minutesLate: minutesLate({ spells: own, expected, now }), expected: spoken(expected), spells: own.map(view) }
  })
  return {
    day, people: rows.toSorted((a, b) => order[a.standing] - order[b.standing] || b.minutesLate - a.minutesLate || a.name.localeCompare(b.name, 'zh-CN')),
    forgotten: forgotten.map((row) => ({ ...view(row), personId: row.personId, name: row.personName })),
  }
}

const clocking: ReadonlySet<string> = new Set(attendancePermissions.clock.preset)
