import { found } from '../../../kernel/refusal.ts'
import { fill, type Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { findOrder } from '../../repair-orders/public.ts'
import { en as ordersEn } from '../../repair-orders/texts/en.ts'
import { zh as ordersZh } from '../../repair-orders/texts/zh-CN.ts'
import { pickedOfLines } from '../../stock/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { pickingRows } from '../domain/picking-rows.ts'
import { seePicking } from './pick.ts'

/** 领料单: where each part lies now, oldest lot first, and what was handed out from where. */
export async function printPickingList(reading: Reading, orderId: string, language: Language): Promise<Printing> {
  const { tx, by, now } = reading
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const { lines } = await seePicking(reading, orderId)
  const rows = pickingRows(lines, await pickedOfLines(tx, by.storeId, lines.map(({ lineId }) => lineId)))
  const store = await findStore(tx, by.storeId)
  const t = language === 'en' ? ordersEn : ordersZh
  return printing('picking-list', language, `${order.number}-picking`, {
    ...letterhead(store, language, localDay(now, store.timeZone)),
    number: order.number, orderNumber: order.number, printedAt: printedMoment(now, store.timeZone), plate: showPlate(order.plate), advisor: order.advisorName, receiver: '', issuer: by.name,
    lines: lines.flatMap((line) => (rows.get(line.lineId) ?? []).map(({ bin, receivedOn, asked, issued }) => ({
      bin, partNumber: line.insteadOf === null ? line.number : fill(t['repair-orders.instead-of'], { asked: line.insteadOf, used: line.number }), name: language === 'en' ? line.nameEn : line.nameZh, unit: line.unit, asked,
      issued, payer: t[`repair-orders.payer.${line.payer}`], lotDate: receivedOn,
    }))),
  }, order.id)
}
