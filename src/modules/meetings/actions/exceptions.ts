import { localDay, startOfDay, type LocalDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { complaintsOpenedSince } from '../../care/public.ts'
import { missedDuties, openSubjects } from '../../duties/public.ts'
import type { OpeningTimes } from '../../organisation/public.ts'
import { comebacksSince } from '../../quality/public.ts'
import { latePromises } from '../../repair-orders/public.ts'
import { overdueTasks } from '../../tasks/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { openDayBefore } from '../domain/kinds.ts'
import { exceptionsFor, type Item, type ItemKind } from '../domain/meeting.ts'

const longest = 300
const cut = (words: string): string => words.trim().slice(0, longest)

const item = (kind: ItemKind, subject: string, page: string, wordsZh: string, wordsEn = wordsZh): Item => ({ kind, subject, page, wordsZh: cut(wordsZh) || subject, wordsEn: cut(wordsEn) || subject })

/** What went wrong since the last open day, as far as these positions answer for it; told by the modules that know it. */
export async function exceptionsSince(reading: Reading, attendees: readonly string[], opening: OpeningTimes): Promise<Item[]> {
  const { tx, by, now } = reading
  const yesterday: LocalDay = openDayBefore(opening, localDay(now, by.timeZone))
  const from = startOfDay(yesterday, by.timeZone)
  const { complaintsOf, cars, comebacks } = exceptionsFor(attendees)
  const duties = await missedDuties(tx, by.storeId, attendees, from, now)
  const complaints = await complaintsOpenedSince(tx, by.storeId, from, complaintsOf)
  const again = comebacks ? await comebacksSince(tx, by.storeId, from) : []
  const late = cars ? await latePromises(tx, by.storeId, from, now) : []
  return [
    ...duties.map(({ dutyId, zh, en, holderName, times }) => item('missed-duty', dutyId, `/manual/${dutyId}`, said(zh, holderName, times), said(en, holderName, times))),
    ...complaints.map(({ number, plate, words }) => item('complaint', number, '/follow-ups', `${showPlate(plate)} ${words}`)),
    ...again.map(({ orderId, number, plate, words }) => item('comeback', number, `/repair-orders/${orderId}`, `${showPlate(plate)} ${words}`)),
    ...late.map(({ id, number, plate, advisorName }) => item('late-promise', number, `/repair-orders/${id}`, `${showPlate(plate)} ${advisorName}`)),
    ...(await overdueTasks(tx, by.storeId, attendees, now)).map(({ id, number, words, ownerName }) => item('overdue-task', number, `/tasks/${id}`, `${words} ${ownerName}`)),
  ]
}

/** What a consultation is about: the faults that were escalated and have none yet (WSS-2.4). */
export const faultsToConsult = async ({ tx, by }: Reading): Promise<Item[]> =>
  (await openSubjects(tx, by.storeId, 'fault.escalated')).map((subject) => item('hard-fault', subject, '', subject))

const said = (duty: string, holders: string, times: number): string => `${duty}${holders === '' ? '' : ` (${holders})`}${times > 1 ? ` ×${String(times)}` : ''}`
