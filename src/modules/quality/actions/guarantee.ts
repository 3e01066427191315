import { found, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { repairKinds } from '../../catalogue/domain/kinds.ts'
import type { GuaranteedItem, listTerms as termsRoute } from '../contract.ts'
import * as data from '../data/guarantee.ts'
import { guaranteeOf, periodOn, whyNotPromise, type Guarantee, type Start, type Term, type Terms } from '../domain/guarantee.ts'

const day = 86_400_000

export async function termsOf({ tx, by }: Pick<Reading, 'tx' | 'by'>): Promise<Terms> {
  return { legal: await data.legalTerms(tx), promised: await data.promisedTerms(tx, by.storeId) }
}

/** A store's longest period bounds how far back the deliveries of a car are looked at. */
const longestDays = ({ legal, promised }: Terms): number => Math.max(...[...legal, ...promised].map(({ days }) => days))

export type GuaranteeOfItem = data.Item & Guarantee & { readonly restarts: number }

/** Everything that was done on the car of an order and could still be answered for; read from the records, kept nowhere. */
export async function guaranteesOfCar(reading: Reading, orderId: string): Promise<GuaranteeOfItem[]> {
  const { tx, by, now } = reading
  const stay = found(await data.findStay(tx, by.storeId, orderId), 'repair order')
  const terms = await termsOf(reading)
  const items = await data.itemsOfCar(tx, by.storeId, stay, new Date(now.getTime() - (longestDays(terms) + 1) * day))
  if (items.length === 0) return []
  const restarts = await data.restartsOf(tx, by.storeId, items.map(({ lineId }) => lineId))
  const changes = stay.vehicleId === null ? [] : await data.meterChangesOf(tx, by.storeId, stay.vehicleId)
  const today: Start = { day: localDay(now, by.timeZone), km: stay.mileageKm }
  /** As today's meter would have shown it: a meter that was changed in between counts from where the old one stood. */
  const startOf = ({ deliveredAt, mileageKm }: { deliveredAt: Date; mileageKm: number | null }): Start => ({
    day: localDay(deliveredAt, by.timeZone), km: mileageKm === null ? null : mileageKm - changes.filter(({ at }) => at > deliveredAt).reduce((sum, { oldKm, newKm }) => sum + oldKm - newKm, 0),
  })
  return items.map((item) => {
    const again = restarts.filter(({ lineId }) => lineId === item.lineId)
    return { ...item, ...guaranteeOf([startOf(item), ...again.map(startOf)], (from) => periodOn(item.repairKind, from, terms), today), restarts: again.length }
  })
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day)

export async function itemsWithin(reading: Reading, orderId: string): Promise<GuaranteedItem[]> {
  const today = localDay(reading.now, reading.by.timeZone)
  return (await guaranteesOfCar(reading, orderId)).filter(({ within }) => within).map(({ from, deliveredAt: _, mileageKm: __, within: ___, ...item }) => (
    { ...item, from: from.day, daysLeft: daysBetween(today, item.until) }))
}

export async function listTerms(reading: Reading): Promise<AnswerOf<typeof termsRoute>> {
  const { tx, by, now } = reading
  const [legal, promised] = [await data.legalTerms(tx), await data.promisedTerms(tx, by.storeId)]
  const today = localDay(now, by.timeZone)
  return {
    kinds: repairKinds.map((repairKind) => ({ repairKind, law: periodOn(repairKind, today, { legal, promised: [] }), now: periodOn(repairKind, today, { legal, promised }) })),
    promises: promised.map((promise) => ({ ...promise, at: promise.at.toISOString() })).toReversed(),
  }
}

export async function promiseTerm(deed: Deed, wish: Term): Promise<{ id: string }> {
  const { tx, by, now } = deed
  refuseIf(whyNotPromise(wish, localDay(now, by.timeZone), await data.legalTerms(tx)))
  const promise = { ...wish, id: deed.newId(), at: now, personId: by.personId, personName: by.name }
  await data.insertPromise(tx, by.storeId, promise)
  deed.record({ subject: 'guarantee-term', subjectId: promise.id, after: wish })
  deed.announce({ event: 'guarantee-term.promised', subjectId: promise.id })
  return { id: promise.id }
}
