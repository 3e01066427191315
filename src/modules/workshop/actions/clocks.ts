import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, startOfDay, type LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { lockOrder } from '../../repair-orders/public.ts'
import type { ClockView, listClocks as listRoute } from '../contract.ts'
import * as data from '../data/clocks.ts'
import { daysCorrectable, whyNotCorrect } from '../domain/clocks.ts'

const iso = (at: string): string => new Date(at).toISOString()

const view = ({ startedAt, stoppedAt, corrections, ...row }: data.ClockRow): ClockView => ({
  ...row, from: startedAt.toISOString(), until: stoppedAt?.toISOString() ?? null,
  corrections: corrections.map(({ at, fromBefore, untilBefore, fromAfter, untilAfter, ...said }) => ({
    ...said, at: iso(at), fromBefore: iso(fromBefore), untilBefore: iso(untilBefore), fromAfter: iso(fromAfter), untilAfter: iso(untilAfter),
  })),
})

/** The foreman's look at the clocks: a day's, and what stopped by itself and waits for his word. */
export async function listClocks({ tx, by, now }: Reading, day: LocalDay): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.clocksBetween(tx, by.storeId, startOfDay(day, by.timeZone), startOfDay(addDays(day, 1), by.timeZone))
  const forgotten = await data.forgottenSince(tx, by.storeId, new Date(now.getTime() - daysCorrectable * 86_400_000))
  return { rows: rows.map(view), forgotten: forgotten.map(view) }
}

export type ClockWish = { readonly clockId: string; readonly version: number; readonly from: string; readonly until: string; readonly reason: string }

/** What was stays beside what is: in the clock's own history and in the audit. */
export async function correctClock(deed: Deed, { clockId, version, reason, ...wish }: ClockWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { orderId } = found(await data.findClock(tx, by.storeId, clockId), 'clock')
  const order = found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  const seen = found(await data.findClock(tx, by.storeId, clockId), 'clock')
  await data.waitForClocks(tx, by.storeId, seen.personId)
  refuseStale(seen.version, version)
  const [from, until] = [new Date(wish.from), new Date(wish.until)]
  const others = await data.otherClocks(tx, by.storeId, { id: clockId, personId: seen.personId, from, until })
  refuseIf(whyNotCorrect({ clock: seen, status: order.status, from, until, now, others }))
  const untilBefore = found(seen.stoppedAt, 'clock')
  await data.correctClock(tx, by.storeId, { id: clockId, from, until })
  await data.insertCorrection(tx, by.storeId, { id: deed.newId(), clockId, at: now, personId: by.personId, personName: by.name, reason, fromBefore: seen.startedAt, untilBefore, fromAfter: from, untilAfter: until })
  const of = { personName: seen.personName, jobId: seen.jobId }
  deed.record({ subject: 'clock', subjectId: clockId, before: { ...of, from: seen.startedAt, until: untilBefore }, after: { ...of, from, until }, reason })
  deed.announce({ event: 'workshop.clock-corrected', subjectId: orderId })
  return { version: version + 1 }
}
