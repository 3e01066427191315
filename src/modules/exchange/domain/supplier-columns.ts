import { normalPartNumber, whyNotPartNumber } from '../../catalogue/domain/part-number.ts'
import { codeOf, numberOf, textOf } from './cells.ts'
import type { RowOf } from './columns.ts'

/** A supplier's own sheet, with the number of the statement beside each line. */
export const supplierStatementColumns = {
  statement: { zh: '对账单号', en: 'Statement number', required: true as const, also: ['对账单', 'Statement'], read: textOf(40), example: 'SS-SH1-261220-0001' },
  document: { zh: '送货单号', en: 'Delivery note', also: ['送货单', '出库单号', '销售单号', 'Delivery no'], read: textOf(60), example: 'SH20417' },
  number: { zh: '件号', en: 'Part number', required: true as const, also: ['配件编号', '配件号', '配件编码', '零件号', '备件号', 'Part no'], read: codeOf(normalPartNumber, whyNotPartNumber), example: 'YS6-1012' },
  thousandths: { zh: '数量', en: 'Quantity', required: true as const, also: ['件数', 'Qty'], read: numberOf({ least: -100_000_000, most: 100_000_000, decimals: 3 }), example: 2 },
  fen: { zh: '金额（不含税）', en: 'Amount net of VAT', required: true as const, also: ['金额', '不含税金额', 'Amount', 'Net amount'], read: numberOf({ least: -90_000_000_000, most: 90_000_000_000, decimals: 2 }), example: 130 },
}
export type SupplierStatementRow = RowOf<typeof supplierStatementColumns>
