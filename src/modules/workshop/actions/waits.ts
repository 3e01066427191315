import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { linesOfOrders, lockOrder, ordersOf } from '../../repair-orders/public.ts'
import type { listWaits as listRoute } from '../contract.ts'
import { findJob } from '../data/jobs.ts'
import * as data from '../data/waits.ts'
import { areHere, hoursWaited, ownerOf, owesReason, whyNotExplain } from '../domain/waits.ts'
import { partsOfOrders } from './read-jobs.ts'

/** Cars that wait: for what, since when, who must get it moving, and what was said about it (SAD-1.7). */
export async function listWaits({ tx, by, now }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const waits = await data.listWaits(tx, by.storeId)
  const ids = [...new Set(waits.map(({ orderId }) => orderId))]
  const orders = new Map((await ordersOf(tx, by.storeId, ids)).map((order) => [order.id, order]))
  const all = await linesOfOrders(tx, by.storeId, ids)
  const lines = new Map(all.map((line) => [line.id, line]))
  const partsOf = await partsOfOrders({ tx, by }, all)
  return {
    rows: waits.map(({ jobId, orderId, lineId, bay, technicianName, reason, since, words, explainedAt, explainedBy }) => {
      const partsHere = reason === 'parts' && areHere(partsOf(orderId))
      const [order, line, owner] = [orders.get(orderId), lines.get(lineId), ownerOf(reason, partsHere)]
      return {
        jobId, orderId, bay, reason, partsHere, owner, plate: order?.plate ?? '', modelName: order?.modelName ?? '', promisedAt: order?.promisedAt?.toISOString() ?? null,
        code: line?.code ?? '', nameZh: line?.nameZh ?? '', nameEn: line?.nameEn ?? '', since: since.toISOString(), hours: hoursWaited(since, now), owesReason: owesReason(since, explainedAt, now),
        ownerName: owner === 'advisor' ? (order?.advisorName ?? '') : technicianName,
        note: words === null || explainedAt === null ? null : { words, at: explainedAt.toISOString(), personName: explainedBy ?? '' },
      }
    }),
  }
}

export async function explainWait(deed: Deed, { jobId, words }: { readonly jobId: string; readonly words: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const { orderId } = found(await findJob(tx, by.storeId, jobId), 'job')
  found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  refuseIf(whyNotExplain(found(await findJob(tx, by.storeId, jobId), 'job')))
  const note = { id: deed.newId(), jobId, at: now, personId: by.personId, personName: by.name, words }
  await data.insertWaitNote(tx, by.storeId, note)
  deed.record({ subject: 'job', subjectId: jobId, after: { waits: words } })
  deed.announce({ event: 'workshop.wait-explained', subjectId: orderId })
  return { id: note.id }
}
