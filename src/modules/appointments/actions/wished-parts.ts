import { byItself, type Actor } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Database } from '../../../platform/database.ts'
import { perform, type Announcement, type Deed, type Reading } from '../../../platform/deed.ts'
import { findParts } from '../../catalogue/public.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import { passReservations, releaseOrder, reserveForOrder } from '../../stock/public.ts'
import type { AppointmentRow, listShortParts as shortRoute } from '../contract.ts'
import * as data from '../data/wished-parts.ts'
import { fateOf } from '../domain/wished-parts.ts'

const daysAhead = 14

export type WishedPart = { readonly partId: string; readonly quantityThousandths: number }

/** What is free is reserved for the appointment, under the row of each part, as for a line of an order. */
export async function wishParts(deed: Deed, appointmentId: string, wished: readonly WishedPart[]): Promise<void> {
  if (wished.length === 0) return
  const parts = new Map(wished.map(({ partId, quantityThousandths }) => [partId, quantityThousandths]))
  const known = new Set((await findParts(deed.tx, [...parts.keys()])).map(({ id }) => id))
  found([...parts.keys()].every((id) => known.has(id)) ? parts : null, 'part')
  const rows = [...parts].map(([partId, thousandths]) => ({ id: deed.newId(), partId, thousandths }))
  await data.insertWishedParts(deed.tx, deed.by.storeId, appointmentId, rows)
  await reserveForOrder(deed, appointmentId, rows.map(({ id: lineId, ...part }) => ({ lineId, ...part })))
}

/** The appointment is cancelled, or nobody came. */
export async function releaseWished(deed: Deed, appointmentId: string): Promise<void> {
  await releaseOrder(deed, appointmentId, (await data.wishedPartsOf(deed.tx, deed.by.storeId, [appointmentId])).map(({ partId }) => partId))
  await data.letGo(deed.tx, deed.by.storeId, appointmentId)
}

/** For any number of appointments at once. */
export async function wishedOf({ tx, by }: Pick<Reading, 'tx' | 'by'>, appointmentIds: readonly string[]): Promise<(appointmentId: string) => AppointmentRow['parts']> {
  const rows = appointmentIds.length === 0 ? [] : await data.wishedPartsOf(tx, by.storeId, appointmentIds)
  const named = new Map((rows.length === 0 ? [] : await findParts(tx, rows.map(({ partId }) => partId))).map((part) => [part.id, part]))
  const all = Map.groupBy(rows, ({ appointmentId }) => appointmentId)
  return (appointmentId) => (all.get(appointmentId) ?? []).map(({ partId, thousandths, held, reserved }) => {
    const { number: code, nameZh, nameEn, unit } = found(named.get(partId), 'part')
    return { code, nameZh, nameEn, unit, quantityThousandths: thousandths, short: held ? thousandths - reserved : 0 }
  })
}

export async function listShortParts({ tx, by, now }: Reading): Promise<AnswerOf<typeof shortRoute>> {
  const rows = await data.shortParts(tx, by.storeId, startOfDay(localDay(now, by.timeZone), by.timeZone), new Date(now.getTime() + daysAhead * 86_400_000))
  const named = new Map((rows.length === 0 ? [] : await findParts(tx, rows.map(({ partId }) => partId))).map((part) => [part.id, part]))
  return { rows: rows.map(({ partId, thousandths, reserved, at, plate, number }) => {
    const { number: code, nameZh, nameEn, unit } = found(named.get(partId), 'part')
    return { code, nameZh, nameEn, unit, short: thousandths - reserved, at: at.toISOString(), plate, number }
  }) }
}

/**
 * What runs by itself: what has come in since goes to whoever waits for it, and with the end of the day what nobody came for is free; a car that is there and
 * was never received takes its parts along too. Each in a deed of its own. Answers how many.
 */
export async function settleWishedParts(database: Database, now: Date): Promise<number> {
  let settled = 0
  for (const storeId of await storeIds(database.plain)) {
    const { by, rows } = await database.reading([storeId], async (tx) => {
      const { timeZone } = await findStore(tx, storeId)
      return { by: byItself({ storeId, storeCode: '', timeZone }), rows: await data.keepingParts(tx, storeId, now, startOfDay(localDay(now, timeZone), timeZone)) }
    })
    for (const row of rows) {
      await performAlone(database, by, now, row)
      settled += 1
    }
  }
  return settled
}

const performAlone = (database: Database, by: Actor, now: Date, row: data.ToSettle): Promise<null> =>
  perform({ database, clock: { now: () => now }, onNews: () => {} }, by, { operation: 'settle wished parts', key: `wished-${row.appointmentId}-${String(now.getTime())}`, body: null, requestId: 'upkeep' }, (deed) => settle(deed, row))

/** With the reception a car takes the parts of its appointment along, in the same transaction: the customer's yes finds them. */
export async function handOverWished(deed: Deed, news: readonly Announcement[]): Promise<void> {
  const { tx, by, now } = deed
  for (const { subjectId } of news.filter(({ event }) => event === 'repair-order.received')) {
    const rows = await data.keptForVisit(tx, by.storeId, subjectId, startOfDay(localDay(now, by.timeZone), by.timeZone))
    for (const row of rows) await settle(deed, row)
  }
}

async function settle(deed: Deed, { appointmentId, at, orderId, orderStatus }: data.ToSettle): Promise<null> {
  const { tx, by, now } = deed
  const fate = fateOf({ dayOver: localDay(at, by.timeZone) < localDay(now, by.timeZone), orderStatus })
  if (fate === 'top-up') {
    await reserveForOrder(deed, appointmentId, (await data.wishedPartsOf(tx, by.storeId, [appointmentId])).map(({ id: lineId, partId, thousandths }) => ({ lineId, partId, thousandths })))
  } else if (fate === 'hand-over') {
    await passReservations(deed, appointmentId, found(orderId, 'repair order'))
    await data.letGo(tx, by.storeId, appointmentId)
  } else await releaseWished(deed, appointmentId)
  deed.record({ subject: 'appointment', subjectId: appointmentId, after: { wishedParts: fate, orderId } })
  deed.announce({ event: 'appointment.parts-settled', subjectId: appointmentId })
  return null
}
