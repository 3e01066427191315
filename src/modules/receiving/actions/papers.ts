import { may } from '../../../kernel/actor.ts'
import { lineAmount, sumOf } from '../../../kernel/money.ts'
import { found, refuseIf } from '../../../kernel/refusal.ts'
import { fill, type Language, type Texts } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import { findPartsOrder } from '../../parts-orders/public.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import { findPlaces } from '../../stock/public.ts'
import { faultsOfReceipt } from '../data/faults.ts'
import * as data from '../data/receipts.ts'
import { whyNotPrint } from '../domain/receipt.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

/** 入库单: signed beside delivery note and waybill (PTS-5.2); who accounts for it sees the amounts (PPL-2.4). */
export async function printReceipt(reading: Reading, receiptId: string, language: Language): Promise<Printing> {
  const { tx, by, now } = reading
  const receipt = found(await data.findReceipt(tx, by.storeId, receiptId), 'receipt')
  refuseIf(whyNotPrint(receipt))
  const counts = await data.countsOf(tx, by.storeId, receiptId)
  const lines = new Map((await findPartsOrder(reading, receipt.orderId)).lines.map((line) => [line.id, line]))
  const bins = new Map((await findPlaces(tx, by.storeId, counts.flatMap(({ placeId }) => placeId ?? []))).map(({ id, code }) => [id, code]))
  const store = await findStore(tx, by.storeId)
  const t = (key: keyof typeof zh): string => texts[language][key] ?? key
  const told = (name: string, at: Date): string => `${name} ${printedMoment(at, store.timeZone)}`
  const seesCost = may(by, stockPermissions.seeCost.permission)
  const faults = Map.groupBy(await faultsOfReceipt(tx, by.storeId, receiptId), ({ partNumber }) => partNumber)
  const rows = counts.map((count) => {
    const line = found(lines.get(count.lineId), 'order line')
    const own = faults.get(line.partNumber) ?? []
    faults.delete(line.partNumber) // a part that stands on two lines of the order has its faults once
    return {
      bin: count.placeId === null ? '' : bins.get(count.placeId) ?? '', partNumber: line.partNumber, name: language === 'en' ? line.nameEn : line.nameZh, unit: line.unit, noted: count.noted, booked: count.booked,
      faults: own.map(({ kind, thousandths }) => `${t(`receiving.fault.${kind}`)} ${String(thousandths / 1_000)}`).join(', '), amount: lineAmount(line.unitCostFen, count.booked),
    }
  })
  return printing('goods-receipt', language, receipt.stockNumber === '' ? receipt.number : receipt.stockNumber, {
    ...letterhead(store, language, localDay(found(receipt.postedAt, 'posting'), store.timeZone)), number: receipt.stockNumber === '' ? receipt.number : receipt.stockNumber, printedAt: printedMoment(now, store.timeZone),
    supplier: receipt.supplierName, orderNumber: receipt.orderNumber, deliveryNote: receipt.deliveryNote, waybill: [receipt.waybill, receipt.driver === '' ? '' : fill(t('receiving.driven-by'), { name: receipt.driver })].filter((word) => word !== '').join(' · '),
    checkedBy: told(receipt.begunByName, receipt.begunAt), postedBy: told(receipt.postedByName ?? '', found(receipt.postedAt, 'posting')),
    lines: rows.map((row) => ({ ...row, amount: seesCost ? row.amount : null })), total: seesCost ? sumOf(rows.map(({ amount }) => amount)) : null,
  })
}
