import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { greeterAt } from '../../rosters/public.ts'
import type { seeGreeted as greetedRoute, seeGreeting as greetingRoute } from '../contract.ts'
import { findGreeting, findLounge, greetedBetween, insertGreeting, insertLounge, insertLoungeBack } from '../data/greetings.ts'
import { findOrder } from '../data/orders.ts'
import { findReception } from '../data/receptions.ts'
import { greetingTarget, minutesWaited, whyNotGreet, whyNotLounge, whyNotTakeBackLounge } from '../domain/greeting.ts'

const daysOfFigures = 30

/** How long the customer stood there, who met him, and who has the duty now. */
export async function seeGreeting({ tx, by, now }: Reading, orderId: string): Promise<AnswerOf<typeof greetingRoute>> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const greeting = await findGreeting(tx, by.storeId, orderId)
  const reception = greeting === null ? await findReception(tx, by.storeId, orderId) : null
  const met = greeting ?? (reception === null ? null : { at: reception.receivedAt, personName: reception.personName })
  const lounge = await findLounge(tx, by.storeId, orderId)
  return {
    lounge: lounge?.waits === true ? { at: lounge.at?.toISOString() ?? null, byName: lounge.personName } : null,
    greeted: greeting !== null, metAt: met?.at.toISOString() ?? null, metByName: met?.personName ?? null, target: greetingTarget,
    minutes: order.arrivedAt === null ? 0 : minutesWaited(order.arrivedAt, met?.at ?? now), onDuty: order.status === 'arrived' ? await greeterAt(tx, { id: by.storeId, timeZone: by.timeZone }, now) : null,
  }
}

export async function greet(deed: Deed, orderId: string): Promise<{ minutes: number }> {
  const { tx, by, now } = deed
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  refuseIf(whyNotGreet({ status: order.status, greeted: await findGreeting(tx, by.storeId, orderId) !== null }))
  const first = await insertGreeting(tx, by.storeId, { orderId, at: now, personId: by.personId, personName: by.name })
  refuseIf(first === 0 ? new Refusal('repair-orders.greeted-already') : null)
  const minutes = minutesWaited(found(order.arrivedAt, 'arrival'), now)
  deed.record({ subject: 'repair-order', subjectId: orderId, after: { greetedBy: by.name, minutes } })
  deed.announce({ event: 'repair-order.greeted', subjectId: orderId })
  return { minutes }
}

export async function takeToLounge(deed: Deed, orderId: string): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const lounge = await findLounge(tx, by.storeId, orderId)
  refuseIf(whyNotLounge({ status: order.status, waits: lounge?.waits ?? false, taken: lounge !== null && lounge.at !== null }))
  const first = await insertLounge(tx, by.storeId, { orderId, number: (lounge?.marks ?? 0) + 1, at: now, personId: by.personId, personName: by.name })
  refuseIf(first === 0 ? new Refusal('repair-orders.in-lounge-already') : null)
  deed.record({ subject: 'repair-order', subjectId: orderId, after: { takenToLoungeBy: by.name } })
  deed.announce({ event: 'repair-order.in-lounge', subjectId: orderId })
  return { id: orderId }
}

/** It was another customer, or he did not go: the mark stays on record with the reason, and can be made anew. */
export async function takeBackLounge(deed: Deed, { orderId, reason }: { readonly orderId: string; readonly reason: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const lounge = await findLounge(tx, by.storeId, orderId)
  refuseIf(whyNotTakeBackLounge({ taken: lounge !== null && lounge.at !== null }))
  const first = await insertLoungeBack(tx, by.storeId, { orderId, number: lounge?.marks ?? 0, at: now, personId: by.personId, personName: by.name, reason })
  refuseIf(first === 0 ? new Refusal('repair-orders.not-in-lounge') : null)
  deed.record({ subject: 'repair-order', subjectId: orderId, before: { takenToLoungeBy: lounge?.personName }, after: { takenToLoungeBy: null }, reason })
  deed.announce({ event: 'repair-order.lounge-taken-back', subjectId: orderId })
  return { id: orderId }
}

export async function seeGreeted({ tx, by, now }: Reading): Promise<AnswerOf<typeof greetedRoute>> {
  const from = addDays(localDay(now, by.timeZone), -daysOfFigures)
  return { from, target: greetingTarget, rows: await greetedBetween(tx, by.storeId, startOfDay(from, by.timeZone), now, greetingTarget) }
}
