import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { openingTimes } from '../../organisation/public.ts'
import type { dueMeetings as dueRoute, Kind } from '../contract.ts'
import * as data from '../data/kinds.ts'
import { dueOn, isCadence, withPresets, type MeetingKind } from '../domain/kinds.ts'
import { runsHere } from './runs-here.ts'

const daysAround = 80

export async function kindsOf({ tx, by }: Pick<Reading, 'tx' | 'by'>): Promise<readonly (MeetingKind & { readonly version?: number })[]> {
  return withPresets(await data.ownKinds(tx, by.storeId))
}

export const kindOf = async (reading: Pick<Reading, 'tx' | 'by'>, code: string): Promise<MeetingKind> => found((await kindsOf(reading)).find((kind) => kind.code === code) ?? null, 'kind of meeting')

export async function listKinds(reading: Reading): Promise<{ rows: Kind[] }> {
  return { rows: (await kindsOf(reading)).map(({ attendees, readers, version = 0, ...kind }) => ({ ...kind, attendees: [...attendees], readers: [...readers], version })) }
}

type KindWish = Omit<MeetingKind, 'code'> & { readonly code: string; readonly version: number }

export async function setKind(deed: Deed, { version, ...kind }: KindWish): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = (await data.lockKinds(tx, by.storeId)).find(({ code }) => code === kind.code)
  refuseStale(before?.version ?? 0, version)
  refuseIf(isCadence(kind.cadence) ? null : new Refusal('meetings.cadence-unreadable'))
  refuseIf(kind.attendees.length === 0 ? new Refusal('meetings.nobody-called') : null)
  await data.putKind(tx, by.storeId, { ...kind, version: version + 1 })
  deed.record({ subject: 'meeting-kind', subjectId: by.storeId, before: before ?? null, after: kind })
  deed.announce({ event: 'meeting.kind-changed', subjectId: by.storeId })
  return { version: version + 1 }
}

/** Due by the calendar and not called in its span yet: what recurs is the duty, the meeting is called by somebody. */
export async function dueMeetings(reading: Reading): Promise<AnswerOf<typeof dueRoute>> {
  const { tx, by, now } = reading
  const today = localDay(now, by.timeZone)
  const calendar = { timeZone: by.timeZone, opening: await openingTimes(reading, addDays(today, -daysAround), addDays(today, daysAround)) }
  const last = new Map((await data.lastOfKinds(tx, by.storeId, new Date(now.getTime() - daysAround * 86_400_000))).map(({ kind, at }) => [kind, at]))
  const due = (await kindsOf(reading)).filter(({ code, cadence, active }) => {
    const span = active && cadence !== '' ? dueOn(cadence, calendar, today) : null
    const lastAt = last.get(code)
    return span !== null && (lastAt === undefined || lastAt < span.opensAt)
  })
  const mayRun = await runsHere(reading)
  return { rows: due.map(({ code, nameZh, nameEn, convenor }) => ({ code, nameZh, nameEn, convenor, mayCall: mayRun({ convenorId: '', convenorPosition: convenor }) })) }
}
