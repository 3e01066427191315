import type { Announcement, Deed } from '../../../platform/deed.ts'
import { findParts } from '../../catalogue/public.ts'
import { findOrder, ordersOf } from '../../repair-orders/public.ts'
import { availabilityOf, reserveMore, type LostReservation } from '../../stock/public.ts'
import { addCome, endRequest, lockGiven, lockLaidIn, lockWaitingFor, takeCome, type RequestData } from '../data/requests.ts'
import { byTurn, inShop, isOpen } from '../domain/request.ts'
import { dropRequests } from './requests.ts'

const partsIn = ({ facts = {} }: Announcement): string[] => (Array.isArray(facts['partIds']) ? facts['partIds'].filter((id): id is string => typeof id === 'string') : [])

/**
 * In the receipt's own transaction: what came in is reserved for the lines that wait for it, the most urgent and then the oldest first.
 * A request whose whole quantity is there has arrived; its advisor and its job hear of it. A car that is done takes no parts: its request has arrived when so much lies free.
 */
export async function wakeRequests(deed: Deed, news: readonly Announcement[]): Promise<void> {
  const { tx, by, now } = deed
  const parts = news.filter(({ event }) => event === 'stock.received').flatMap(partsIn)
  if (parts.length === 0) return
  const waiting = await lockWaitingFor(tx, by.storeId, parts)
  const over = new Set((waiting.length === 0 ? [] : await ordersOf(tx, by.storeId, waiting.map(({ orderId }) => orderId))).filter((order) => !inShop(order)).map(({ id }) => id))
  for (const request of waiting.toSorted(byTurn)) {
    const { orderId, lineId, partId, thousandths, comeThousandths } = request
    const given = request.origin === 'hand' || over.has(orderId) ? await lyingFree(deed, partId, thousandths) : await reserveMore(deed, { orderId, lineId, partId, thousandths: thousandths - comeThousandths })
    if (given > 0) await addCome(tx, by.storeId, request.id, given)
    if (comeThousandths + given < thousandths) continue
    await endRequest(tx, by.storeId, { id: request.id, status: 'arrived', at: now, reason: '' })
    deed.record({ subject: 'purchase-request', subjectId: request.id, before: { status: request.status }, after: { status: 'arrived' } })
    deed.announce({ event: 'purchase-request.arrived', subjectId: request.id, facts: { plate: request.plate, orderId } })
  }
}

const lostIn = ({ facts = {} }: Announcement): LostReservation[] => (Array.isArray(facts['lost']) ? facts['lost'] as LostReservation[] : [])

const textIn = ({ facts = {} }: Announcement, name: string): string => {
  const said = facts[name]
  return typeof said === 'string' ? said : ''
}

/**
 * In the transaction that reverses a receipt: a job that held what it brought waits again, by the source and for the day it had; its advisor is told, also where nobody had asked for the part.
 * One that was asked for anew meanwhile is left to that. What was wanted for the shelf waits again where no longer enough lies free.
 */
export async function reopenRequests(deed: Deed, news: readonly Announcement[]): Promise<void> {
  const { tx, by } = deed
  for (const item of news.filter(({ event }) => event === 'stock.taken-back')) {
    const [lost, reason, partId] = [lostIn(item), textIn(item, 'reason'), textIn(item, 'partId')]
    // Only a receipt that is taken back names its part; a reversed adjustment takes nothing from anybody.
    for (const request of partId === '' ? [] : await lockLaidIn(tx, by.storeId, partId, textIn(item, 'cameAt'))) {
      if (await lyingFree(deed, partId, request.thousandths) === 0) await reopen(deed, request, request.comeThousandths, reason)
    }
    if (lost.length === 0) continue
    const requests = await lockGiven(tx, by.storeId, lost.map(({ orderId }) => orderId), lost.map(({ lineId }) => lineId))
    const unasked: LostReservation[] = []
    for (const one of lost) {
      const own = requests.filter(({ lineId }) => lineId === one.lineId)
      const request = own.findLast(({ comeThousandths }) => comeThousandths > 0)
      if (own.length === 0) unasked.push(one)
      if (request !== undefined && !own.some((other) => isOpen(other) && other.id !== request.id)) await reopen(deed, request, one.thousandths, reason)
    }
    await sayUnasked(deed, item.subjectId, unasked, reason)
  }
}

async function reopen(deed: Deed, request: RequestData, thousandths: number, reason: string): Promise<void> {
  const status = isOpen(request) ? request.status : request.source === null ? 'asked' : 'sourced'
  await takeCome(deed.tx, deed.by.storeId, { id: request.id, thousandths: Math.min(thousandths, request.comeThousandths), status, reason })
  deed.record({ subject: 'purchase-request', subjectId: request.id, before: { status: request.status, come: request.comeThousandths }, after: { status }, reason })
  deed.announce({ event: 'purchase-request.reopened', subjectId: request.id, facts: { number: request.number, why: reason } })
}

/** Jobs that had reserved it from the shelf, without a request: what they are short of now stands on their orders. */
async function sayUnasked(deed: Deed, moveId: string, lost: readonly LostReservation[], why: string): Promise<void> {
  const parts = lost.length === 0 ? [] : await findParts(deed.tx, lost.map(({ partId }) => partId))
  for (const { orderId, partId } of lost) {
    const { nameZh = '', nameEn = '' } = parts.find(({ id }) => id === partId) ?? {}
    deed.announce({ event: 'stock.reservation-lost', subjectId: orderId, facts: { moveId, why, nameZh, nameEn } })
  }
}

/** A cancelled job wants nothing any more; in the cancelling's own transaction, and under the locks of its parts. */
export async function dropOfCancelled(deed: Deed, news: readonly Announcement[]): Promise<void> {
  for (const { subjectId } of news.filter(({ event }) => event === 'repair-order.cancelled')) {
    const order = await findOrder(deed.tx, deed.by.storeId, subjectId)
    await dropRequests(deed, subjectId, order?.closedReason ?? '')
  }
}

/** For the shelf all of it has come, or none: when so much lies free. */
async function lyingFree({ tx, by }: Deed, partId: string, thousandths: number): Promise<number> {
  const [part] = await availabilityOf(tx, by.storeId, [partId])
  return part !== undefined && part.onHand - part.reserved >= thousandths ? thousandths : 0
}
