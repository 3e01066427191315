import { formatFen, formatThousandths, lineAmount } from '../../../kernel/money.ts'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { fill, type Language } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes, type Cell } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { findRequests } from '../../purchasing/public.ts'
import { linesOfOrders } from '../data/lines.ts'
import { findOrder } from '../data/orders.ts'
import { findLayout } from '../data/sheets.ts'
import { sheetFields, type SheetColumn, type SheetField } from '../domain/sheet.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

const widths: Readonly<Record<SheetField, number>> = { order: 22, kind: 8, partNumber: 20, partName: 24, quantity: 10, unit: 8, unitCost: 12, amount: 12, forCar: 12, confirmed: 12, eta: 14, answer: 24 }

/** Until a maker wants it otherwise: every column under the words of the language. */
const presetColumns = (language: Language): SheetColumn[] => {
  const t = language === 'en' ? en : zh
  return sheetFields.map((field) => ({ field, header: t[`parts-orders.sheet.field.${field}`] }))
}

/** As the supplier reads it in, by his own layout where he has one; his confirmation comes back under the same headers. Numbers are only shown, and nothing is ever a formula. */
export async function orderSheet({ tx, by }: Reading, orderId: string, language: Language): Promise<OutgoingFile> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'parts order')
  const lines = await linesOfOrders(tx, by.storeId, [orderId])
  refuseIf(lines.length === 0 ? new Refusal('parts-orders.no-lines') : null)
  const requests = new Map((await findRequests(tx, by.storeId, lines.flatMap(({ requestId }) => requestId ?? []))).map(({ id, plate }) => [id, plate]))
  const t = language === 'en' ? en : zh
  const { titled, columns } = await findLayout(tx, by.storeId, order.supplierId) ?? { titled: true, columns: presetColumns(language) }
  const rows = lines.map((line) => {
    const said: Readonly<Record<SheetField, Cell>> = {
      order: order.number, kind: order.kind, partNumber: line.partNumber, partName: language === 'en' ? line.nameEn : line.nameZh, quantity: Number(formatThousandths(line.thousandths)), unit: line.unit, unitCost: Number(formatFen(line.unitCostFen)),
      amount: Number(formatFen(lineAmount(line.unitCostFen, line.thousandths))), forCar: line.requestId === null ? null : requests.get(line.requestId) ?? null, confirmed: null, eta: null, answer: null,
    }
    return columns.map(({ field }) => said[field])
  })
  const title = fill(t['parts-orders.sheet.title'], { number: order.number, supplier: order.supplierName, store: by.storeCode })
  const bytes = await writeSheet('xlsx', { name: order.number, headRows: titled ? 2 : 1, widths: columns.map(({ field }) => widths[field]) }, [...(titled ? [[title]] : []), columns.map(({ header }) => header), ...rows])
  return { name: `${order.number}.xlsx`, type: sheetTypes.xlsx, bytes }
}
