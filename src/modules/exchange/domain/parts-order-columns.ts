import { Refusal } from '../../../kernel/refusal.ts'
import { normalPartNumber, whyNotPartNumber } from '../../catalogue/domain/part-number.ts'
import { codeOf, dayOf, numberOf, textOf } from './cells.ts'
import type { RowOf } from './columns.ts'

const kind = codeOf((typed) => typed.normalize('NFKC').toUpperCase().replace(/\s|订单|单$/g, ''), (code) => (/^[A-Z0-9]{1,10}$/.test(code) ? null : new Refusal('exchange.not-an-order-kind')))

export const orderCalendarColumns = {
  day: { zh: '日期', en: 'Date', required: true as const, also: ['订货日', '订货日期', '下单日期', 'Order date', 'Order day'], read: dayOf, example: '2026-12-05' },
  kind: { zh: '订单种类', en: 'Kind of order', required: true as const, also: ['订单类型', '种类', '类型', '订货类型', 'Order type', 'Type'], read: kind, example: 'M' },
}
export type OrderCalendarRow = RowOf<typeof orderCalendarColumns>

/** Under the headers of the sheet that an order goes out as. */
export const confirmationColumns = {
  order: { zh: '订单号', en: 'Order number', required: true as const, also: ['订货单号', '采购订单号', '客户订单号', 'Purchase order', 'PO'], read: textOf(40), example: 'PO-SH1-261205-0001' },
  number: { zh: '件号', en: 'Part number', required: true as const, also: ['配件编号', '配件号', '配件编码', '零件号', '备件号', 'Part no'], read: codeOf(normalPartNumber, whyNotPartNumber), example: 'YS6-1012' },
  confirmedThousandths: { zh: '确认数量', en: 'Confirmed quantity', required: true as const, also: ['满足数量', '可供数量', '实发数量', 'Confirmed'], read: numberOf({ least: 0, most: 100_000_000, decimals: 3 }), example: 8 },
  eta: { zh: '预计到货', en: 'Expected on', also: ['预计到货日期', '预计到货日', '到货日期', '预计发货', 'ETA'], read: dayOf, example: '2026-12-09' },
  answer: { zh: '说明', en: 'Answer', also: ['备注', '欠货说明', 'Remarks', 'Note'], read: textOf(200), example: null },
}
export type ConfirmationRow = RowOf<typeof confirmationColumns>
