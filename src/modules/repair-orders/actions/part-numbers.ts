import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { listUnclear as listRoute } from '../contract.ts'
import { findLine, touchOrder, type LineData } from '../data/lines.ts'
import { lockOrder, type OrderData } from '../data/orders.ts'
import * as data from '../data/part-numbers.ts'
import { amountOf } from '../domain/lines.ts'
import { whyNotAskNumber, whyNotConfirmNumber } from '../domain/part-number.ts'
import { whyNotShare } from '../domain/shares.ts'
import { priceBook } from './price-lines.ts'

/** The line as it stands while its order is ours. */
async function lockLine({ tx, by }: Deed, { lineId, version }: { readonly lineId: string; readonly version: number }): Promise<{ order: OrderData; line: LineData }> {
  const seen = found(await findLine(tx, by.storeId, lineId), 'line')
  const order = found(await lockOrder(tx, by.storeId, seen.orderId), 'repair order')
  const line = found(await findLine(tx, by.storeId, lineId), 'line')
  refuseStale(line.version, version)
  return { order, line }
}

/** The advisor is not sure which part it is: somebody who knows the car says so before the customer signs (PPL-4.3). */
export async function askNumber(deed: Deed, wish: { readonly lineId: string; readonly version: number; readonly words: string }): Promise<{ version: number }> {
  const { tx, by } = deed
  const { order, line } = await lockLine(deed, wish)
  refuseIf(whyNotAskNumber({ order, line }))
  await data.askNumber(tx, by.storeId, line.id, wish.words)
  await touchOrder(tx, by.storeId, order.id)
  deed.record({ subject: 'repair-order-line', subjectId: line.id, after: { unclear: wish.words, code: line.code } })
  deed.announce({ event: 'repair-order.number-asked', subjectId: order.id })
  return { version: line.version + 1 }
}

/** The number is right, or it is another one: that one takes its place at the price of its rule. */
export async function confirmNumber(deed: Deed, wish: { readonly lineId: string; readonly version: number; readonly partId: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { order, line } = await lockLine(deed, wish)
  refuseIf(whyNotConfirmNumber({ order, line }))
  const part = wish.partId === line.partId ? line : await otherPart(deed, order, line, wish.partId)
  refuseIf(whyNotShare({ ...line, amountFen: part.amountFen }))
  await data.confirmNumber(tx, by.storeId, { ...part, id: line.id, at: now, by: by.personId, byName: by.name })
  await touchOrder(tx, by.storeId, order.id)
  deed.record({ subject: 'repair-order-line', subjectId: line.id, before: { code: line.code, unitPriceFen: line.unitPriceFen }, after: { code: part.code, unitPriceFen: part.unitPriceFen, confirmedBy: by.personId } })
  deed.announce({ event: 'repair-order.number-confirmed', subjectId: order.id })
  return { version: line.version + 1 }
}

async function otherPart(deed: Deed, order: OrderData, line: LineData, partId: string) {
  const book = await priceBook(deed, order.insurerName, [{ kind: 'part', partId, payer: line.payer, quantityThousandths: line.quantityThousandths }])
  const { number: code, nameZh, nameEn, unit } = book.partOf(partId)
  const { fen, rule, reason } = book.priceOf(partId, line.payer, undefined)
  return {
    partId, code, nameZh, nameEn, unit, unitPriceFen: fen, amountFen: amountOf(fen, line.quantityThousandths, 0), priceRule: rule, deviationReason: reason, approvedBy: null, approvedByName: null, insteadOf: line.code,
  }
}

export const listUnclear = async ({ tx, by }: Reading): Promise<AnswerOf<typeof listRoute>> => ({ rows: await data.numbersToConfirm(tx, by.storeId) })
