import { refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { kindsForTrade, whyNotQualified } from '../../qualifications/domain/certificates.ts'
import { listCertificates } from '../../qualifications/public.ts'
import type { Outlook, WorkAhead } from '../../repair-orders/domain/outlook.ts'
import { isAtWork, whoWorks } from '../../rosters/public.ts'
import * as bayData from '../data/bays.ts'
import * as settings from '../data/setting.ts'
import { presetClosingWork, type ClosingWork } from '../domain/closing-work.ts'
import { tradeOrder, whenDone, type FreeBay, type FreePerson, type ShopFacts } from '../domain/when-done.ts'
import { daysAhead, type Calendar, type Span } from '../domain/working-time.ts'
import { loadOf, outlookOf, shopAt } from './read-board.ts'
import { workersOf } from './technicians.ts'

/** For repair orders: when the car could be ready as the shop stands now. */
export const whenDoneNow = async (reading: Reading, work: WorkAhead): Promise<Outlook> => whenDone(await shopFacts(reading, work.orderId), work)

async function shopFacts(reading: Reading, orderId: string): Promise<ShopFacts> {
  const { tx, by, now } = reading
  const shop = await shopAt(reading, { from: now.getTime(), until: now.getTime() + 1 })
  const { placed, waiting } = loadOf(shop)
  return {
    now: now.getTime(), calendar: shop.calendar, bays: await freeBays(reading, placed), people: await freePeople(reading, shop.calendar, placed), ownUntil: outlookOf(shop).get(orderId)?.until ?? null,
    waiting: new Map([...Map.groupBy(waiting, ({ trade }) => trade ?? 'mechanical')].map(([trade, lines]) => [trade, lines.reduce((sum, { minutes }) => sum + minutes, 0)])),
    closing: await settings.findSetting(tx, by.storeId) ?? presetClosingWork,
  }
}

type Placed = { readonly bay: string; readonly technicianId: string; readonly span: Span }

async function freeBays({ tx, by, now }: Reading, placed: readonly Placed[]): Promise<FreeBay[]> {
  const out = Map.groupBy(await bayData.outOfService(tx, by.storeId, now), ({ bayId }) => bayId)
  const taken = Map.groupBy(placed, ({ bay }) => bay)
  return (await bayData.listBays(tx, by.storeId)).filter(({ active }) => active).map(({ id, name, kind }) => ({
    name, kind, busy: [...(taken.get(name) ?? []).map(({ span }) => span), ...(out.get(id) ?? []).map(({ fromAt, untilAt }) => ({ from: fromAt.getTime(), until: untilAt.getTime() }))],
  }))
}

/** Whoever may be given work, with the trades that his certificates allow today, and the days on which he is at work. */
async function freePeople(reading: Reading, calendar: Calendar, placed: readonly Placed[]): Promise<FreePerson[]> {
  const { tx, by, now } = reading
  const day = localDay(now, by.timeZone)
  const roster = await whoWorks(tx, by.storeId, day, addDays(day, 2 * daysAhead))
  const kept = await listCertificates(tx, by.storeId)
  const work = Map.groupBy(placed, ({ technicianId }) => technicianId)
  return (await workersOf(reading)).map(({ id, name }) => ({
    id, name, busy: (work.get(id) ?? []).map(({ span }) => span),
    calendar: { timeZone: calendar.timeZone, opening: (on: LocalDay) => (isAtWork(roster.on(id, on)) ? calendar.opening(on) : null) },
    trades: tradeOrder.filter((trade) => whyNotQualified(kindsForTrade(trade), { personId: id, name, day, kept }) === null),
  }))
}

export async function seeClosingWork({ tx, by }: Reading): Promise<ClosingWork & { version: number }> {
  return await settings.findSetting(tx, by.storeId) ?? { ...presetClosingWork, version: 0 }
}

export async function setClosingWork(deed: Deed, { version, ...wish }: ClosingWork & { readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = await settings.lockSetting(tx, by.storeId)
  refuseStale(before?.version ?? 0, version)
  await settings.putSetting(tx, by.storeId, { ...wish, version: version + 1 })
  deed.record({ subject: 'workshop-setting', subjectId: by.storeId, before: before ?? undefined, after: wish })
  deed.announce({ event: 'workshop.setting-changed', subjectId: by.storeId })
  return { version: version + 1 }
}
