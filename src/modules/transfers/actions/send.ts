import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { whyNotUnscanned } from '../../picking/domain/scanning.ts'
import { scanRuleOf } from '../../picking/public.ts'
import type { UnscannedReason } from '../../stock/domain/unscanned.ts'
import { issueToJob, reserveForOrder, sentOfLines } from '../../stock/public.ts'
import * as data from '../data/transfers.ts'
import { whyNotAnswer, whyNotShip } from '../domain/transfer.ts'
import { done, lockSeen, type Seen } from './ask.ts'

export type AnswerWish = Seen & { readonly agree: boolean; readonly words: string; readonly lines: readonly { readonly lineId: string; readonly thousandths: number }[] }

/** What is agreed is held back on the shelves of the giving store until it leaves. A line that is not named is agreed to as it was asked. */
export async function answerTransfer(deed: Deed, { agree, words, lines: agreed, ...seen }: AnswerWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { transfer, side } = await lockSeen(deed, seen)
  const lines = (await data.linesOf(tx, transfer.id)).map((line) => ({ ...line, agreed: agreed.find(({ lineId }) => lineId === line.id)?.thousandths ?? line.asked }))
  refuseIf(whyNotAnswer({ status: transfer.status, side, agree, words, lines }))
  if (agree) {
    const [short] = await reserveForOrder(deed, transfer.id, lines.filter((line) => line.agreed > 0).map((line) => ({ lineId: line.id, partId: line.partId, thousandths: line.agreed })))
    refuseIf(short === undefined ? null : new Refusal('transfers.not-free', { part: lines.find(({ id }) => id === short.lineId)?.partNumber ?? '', short: short.short / 1_000 }))
    await data.setAgreed(tx, lines.map((line) => ({ lineId: line.id, thousandths: line.agreed })))
  }
  const status = agree ? 'agreed' : 'refused'
  await data.markAnswered(tx, { id: transfer.id, status, at: now, byName: by.name, answer: words })
  return done(deed, transfer, status, { status, lines: lines.map(({ partNumber, agreed: thousandths }) => ({ part: partNumber, thousandths: agree ? thousandths : 0 })) }, agree ? '' : words)
}

export type ShipWish = Seen & { readonly carrier: string; readonly waybill: string; readonly eta: string; readonly lines: readonly { readonly lineId: string; readonly scannedLotId: string | null; readonly unscannedWhy: UnscannedReason | null }[] }

/** The first half: the oldest lots leave the giving store's books for the road, and each parcel knows the cost that the books lost. */
export async function shipTransfer(deed: Deed, { carrier, waybill, eta, lines: taken, ...seen }: ShipWish): Promise<{ version: number; document: string }> {
  const { tx, by, now } = deed
  const { transfer, side } = await lockSeen(deed, seen)
  refuseIf(whyNotShip({ status: transfer.status, side }))
  refuseIf(eta < localDay(now, by.timeZone) ? new Refusal('transfers.eta-in-past') : null)
  const lines = (await data.linesOf(tx, transfer.id)).filter(({ agreed }) => agreed > 0)
  const rule = await scanRuleOf(deed)
  const takenAs = (lineId: string) => { const { scannedLotId, unscannedWhy } = taken.find((line) => line.lineId === lineId) ?? { scannedLotId: null, unscannedWhy: null }; return { scannedLotId, unscannedWhy } }
  for (const { id, partNumber } of lines) refuseIf(whyNotUnscanned(rule, partNumber, takenAs(id)))
  const { number: document } = await issueToJob(deed, {
    orderId: transfer.id, numberKind: 'TO', to: 'transit', lines: lines.map(({ id: lineId, partId, partNumber, agreed }) => ({ lineId, partId, partNumber, thousandths: agreed, ...takenAs(lineId) })),
  })
  const sent = await sentOfLines(tx, by.storeId, lines.map(({ id }) => id))
  await data.insertParcels(tx, transfer, sent.map(({ id: moveId, ...parcel }) => ({ ...parcel, id: deed.newId(), moveId })))
  await data.markShipped(tx, { id: transfer.id, at: now, byName: by.name, document, carrier, waybill, eta })
  return { ...await done(deed, transfer, 'shipped', { document, carrier, waybill, eta, parcels: sent.length }), document }
}
