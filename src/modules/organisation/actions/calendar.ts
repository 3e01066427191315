import { Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import * as data from '../data/calendar.ts'
import { positionsWithRight } from '../data/rights.ts'
import { lastOfEachWeekday, missingYear, whyNotWeek, type OpeningTimes, type PublicDayKind, type WorkingCalendar } from '../domain/opening.ts'
import { organisationPermissions } from '../permissions.ts'
import { announcedDays } from './public-days.ts'

const yearOf = (year: number) => ({ from: `${String(year)}-01-01`, until: `${String(year)}-12-31` })

export async function seeCalendar(reading: Reading, year: number) {
  const { tx, by, now } = reading
  const { from, until } = yearOf(year)
  const today = localDay(now, by.timeZone)
  const thisYear = Number(today.slice(0, 4))
  const missing = missingYear(await workingCalendar(reading, yearOf(thisYear).from, yearOf(thisYear + 1).until), today)
  return {
    missing: missing === null ? null : { year: missing, announced: announcedDays(missing).length, keepers: await positionsWithRight(tx, by.storeId, organisationPermissions.maintainCalendar.permission) },
    weekdays: await data.listWeekdays(tx, by.storeId), version: await data.weekVersion(tx, by.storeId), exceptions: await data.listExceptions(tx, by.storeId, from, until),
    publicDays: await data.listPublicDays(tx, by.storeId, from, until), announced: announcedDays(year).length,
  }
}

/** For other modules: when the house is open between two days. */
export async function openingTimes({ tx, by }: { tx: Reading['tx']; by: Pick<Reading['by'], 'storeId'> }, from: string, until: string): Promise<OpeningTimes> {
  const rows = await data.listOpening(tx, by.storeId, from, until)
  const hours = ({ opens, closes }: (typeof rows)[number]) => (opens === null || closes === null ? null : { opens, closes })
  return {
    weekdays: Object.fromEntries(rows.flatMap((row) => { const usual = hours(row); return row.weekday === null || usual === null ? [] : [[row.weekday, usual]] })),
    exceptions: Object.fromEntries(rows.flatMap((row) => (row.day === null ? [] : [[row.day, hours(row)]]))),
  }
}

/** For other modules: holidays and worked weekend days between two days. */
export async function workingCalendar({ tx, by }: Pick<Reading, 'tx' | 'by'>, from: string, until: string): Promise<WorkingCalendar> {
  return Object.fromEntries((await data.listPublicDays(tx, by.storeId, from, until)).map(({ day, kind }) => [day, kind]))
}

export async function setWeekdays({ tx, by, record, announce }: Deed, { version, weekdays }: { readonly version: number; readonly weekdays: readonly data.WeekdayRow[] }): Promise<{ set: number; version: number }> {
  refuseStale(await data.countWeekVersion(tx, by.storeId, version) === 1 ? version : await data.weekVersion(tx, by.storeId), version)
  const before = await data.listWeekdays(tx, by.storeId)
  refuseIf(whyNotWeek(weekdays))
  const once = lastOfEachWeekday(weekdays)
  await data.deleteWeekdays(tx, by.storeId)
  await data.insertWeekdays(tx, by.storeId, once)
  record({ subject: 'opening-hours', subjectId: by.storeId, before, after: once })
  announce({ event: 'calendar.changed', subjectId: by.storeId })
  return { set: once.length, version: version + 1 }
}

export type DayWish = {
  readonly day: string
  /** 'usual' takes an exception away. */
  readonly opening: 'usual' | 'closed' | { readonly opens: string; readonly closes: string }
  readonly note: string
  readonly publicDay: { readonly kind: PublicDayKind; readonly nameZh: string; readonly nameEn: string } | null
}

/** One day of this store: whether and when the house is open, and what the public calendar says of it. */
export async function setDay({ tx, by, record, announce }: Deed, { day, opening, note, publicDay }: DayWish): Promise<{ set: boolean }> {
  const before = { exceptions: await data.listExceptions(tx, by.storeId, day, day), publicDays: await data.listPublicDays(tx, by.storeId, day, day) }
  if (opening === 'usual') await data.deleteException(tx, by.storeId, day)
  else {
    const hours = opening === 'closed' ? { opens: null, closes: null } : opening
    refuseIf(hours.opens !== null && hours.closes <= hours.opens ? new Refusal('organisation.closes-before-opens', { opens: hours.opens, closes: hours.closes }) : null)
    await data.putException(tx, by.storeId, { day, ...hours, note })
  }
  if (publicDay === null) await data.deletePublicDay(tx, by.storeId, day)
  else await data.putPublicDay(tx, by.storeId, { day, ...publicDay })
  record({ subject: 'calendar-day', subjectId: by.storeId, before, after: { day, opening, note, publicDay } })
  announce({ event: 'calendar.changed', subjectId: by.storeId })
  return { set: true }
}

/** The announced holidays of a year; days that somebody edited stay. */
export async function loadYear({ tx, by, record, announce }: Deed, year: number): Promise<{ added: number }> {
  const days = announcedDays(year)
  refuseIf(days.length === 0 ? new Refusal('organisation.year-not-announced', { year }) : null)
  const added = await data.insertPublicDays(tx, by.storeId, days)
  record({ subject: 'calendar-year', subjectId: by.storeId, after: { year, added } })
  announce({ event: 'calendar.changed', subjectId: by.storeId })
  return { added }
}
