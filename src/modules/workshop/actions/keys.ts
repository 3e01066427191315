import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { lockOrder, ordersInStatus } from '../../repair-orders/public.ts'
import type { listKeys as listRoute, seeKey as seeRoute } from '../contract.ts'
import * as data from '../data/keys.ts'
import { keyPlaceOf, whyNotMoveKey, type KeyPlace } from '../domain/keys.ts'

/** The keys of all cars that were taken over and are not delivered. */
export async function listKeys({ tx, by }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const orders = await ordersInStatus(tx, by.storeId, ['received', 'estimated', 'authorised', 'in_work', 'in_inspection', 'ready', 'settled'])
  const ids = orders.map(({ id }) => id)
  const tags = new Map((await data.keyTags(tx, by.storeId, ids)).map(({ orderId, keyTag }) => [orderId, keyTag]))
  const moves = new Map((await data.lastMoves(tx, by.storeId, ids)).map((move) => [move.orderId, move]))
  return {
    rows: orders.map(({ id, plate, modelName, status }) => {
      const last = moves.get(id)
      return {
        orderId: id, plate, modelName, status, keyTag: tags.get(id) ?? '', place: keyPlaceOf(status, last?.place ?? null), note: last?.note ?? '', since: last?.at.toISOString() ?? null,
        personName: last?.personName ?? '', moves: last?.number ?? 0,
      }
    }),
  }
}

export const seeKey = async ({ tx, by }: Reading, orderId: string): Promise<AnswerOf<typeof seeRoute>> => ({
  rows: (await data.movesOf(tx, by.storeId, orderId)).map(({ id, at, personName, place, note }) => ({ id, at: at.toISOString(), personName, place, note })),
})

export async function moveKey(deed: Deed, { orderId, moves, place, note }: { readonly orderId: string; readonly moves: number; readonly place: KeyPlace; readonly note: string }): Promise<{ moves: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  const [last] = await data.lastMoves(tx, by.storeId, [orderId])
  refuseStale(last?.number ?? 0, moves)
  refuseIf(whyNotMoveKey({ status: order.status, last: last?.place ?? null, lastNote: last?.note ?? '', place, note }))
  const move = { id: deed.newId(), orderId, number: moves + 1, at: now, personId: by.personId, personName: by.name, place, note }
  await data.insertMove(tx, by.storeId, move)
  deed.record({ subject: 'repair-order', subjectId: orderId, before: { key: last?.place ?? null }, after: { key: place, note } })
  deed.announce({ event: 'workshop.key-moved', subjectId: orderId })
  return { moves: move.number }
}
