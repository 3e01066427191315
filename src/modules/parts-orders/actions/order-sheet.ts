import { formatFen, formatThousandths, lineAmount } from '../../../kernel/money.ts'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { fill, type Language } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { findRequests } from '../../purchasing/public.ts'
import { linesOfOrders } from '../data/lines.ts'
import { findOrder } from '../data/orders.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** As the supplier reads it in; his confirmation comes back under the same headers. Numbers are only shown, and nothing is ever a formula. */
export async function orderSheet({ tx, by }: Reading, orderId: string, language: Language): Promise<OutgoingFile> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'parts order')
  const lines = await linesOfOrders(tx, by.storeId, [orderId])
  refuseIf(lines.length === 0 ? new Refusal('parts-orders.no-lines') : null)
  const requests = new Map((await findRequests(tx, by.storeId, lines.flatMap(({ requestId }) => requestId ?? []))).map(({ id, plate }) => [id, plate]))
  const t = language === 'en' ? en : zh
  const head = [t['parts-orders.sheet.order'], t['parts-orders.sheet.kind'], t['parts-orders.part-number'], t['parts-orders.part-name'], t['parts-orders.quantity'], t['parts-orders.unit'], t['parts-orders.unit-cost'], t['parts-orders.amount'], t['parts-orders.for-car'], t['parts-orders.sheet.confirmed'], t['parts-orders.sheet.eta'], t['parts-orders.sheet.answer']]
  const rows = lines.map((line) => [
    order.number, order.kind, line.partNumber, language === 'en' ? line.nameEn : line.nameZh, Number(formatThousandths(line.thousandths)), line.unit, Number(formatFen(line.unitCostFen)), Number(formatFen(lineAmount(line.unitCostFen, line.thousandths))),
    line.requestId === null ? null : requests.get(line.requestId) ?? null, null, null, null,
  ])
  const title = fill(t['parts-orders.sheet.title'], { number: order.number, supplier: order.supplierName, store: by.storeCode })
  const bytes = await writeSheet('xlsx', { name: order.number, headRows: 2, widths: [22, 8, 20, 24, 10, 8, 12, 12, 12, 12, 14, 24] }, [[title], head, ...rows])
  return { name: `${order.number}.xlsx`, type: sheetTypes.xlsx, bytes }
}
