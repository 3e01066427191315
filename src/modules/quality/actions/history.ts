import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { seeCarHistory as historyRoute } from '../contract.ts'
import { findStay } from '../data/guarantee.ts'
import * as data from '../data/history.ts'

/** What a technician wants to know before he lifts the bonnet: what was done, fitted, came back, and is still open. No price and no phone number leaves here. */
export async function seeCarHistory({ tx, by }: Reading, orderId: string): Promise<AnswerOf<typeof historyRoute>> {
  const stay = found(await findStay(tx, by.storeId, orderId), 'repair order')
  const stays = await data.earlierStays(tx, by.storeId, stay)
  const ids = stays.map(({ id }) => id)
  const lines = Map.groupBy(ids.length === 0 ? [] : await data.linesOfStays(tx, by.storeId, ids), (line) => line.orderId)
  const comebacks = Map.groupBy(ids.length === 0 ? [] : await data.comebacksOfStays(tx, by.storeId, ids), (comeback) => comeback.orderId)
  return {
    stays: stays.map(({ id, number, arrivedAt, mileageKm }) => {
      const own = (lines.get(id) ?? []).map(({ orderId: _, ...line }) => line)
      return {
        orderId: id, number, arrivedAt: arrivedAt.toISOString(), mileageKm, jobs: own.filter(({ kind }) => kind !== 'part'), parts: own.filter(({ kind }) => kind === 'part'),
        comebacks: (comebacks.get(id) ?? []).map(({ orderId: _, ...comeback }) => comeback),
      }
    }),
    recommendations: (await data.openRecommendations(tx, by.storeId, stay.plate)).map(({ decidedAt, ...one }) => ({ ...one, decidedAt: decidedAt?.toISOString() ?? null })),
  }
}
