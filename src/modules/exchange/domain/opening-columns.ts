import { Refusal } from '../../../kernel/refusal.ts'
import { normalPartNumber, whyNotPartNumber } from '../../catalogue/domain/part-number.ts'
import { normalPhone, whyNotPhone } from '../../customers/domain/phone.ts'
import { codeOf, dayOf, numberOf, textOf } from './cells.ts'
import type { RowOf } from './columns.ts'

const bin = codeOf((typed) => typed.normalize('NFKC').toUpperCase().replace(/[‐‑–—―]/g, '-').replace(/\s/g, ''),
  (code) => (/^[A-Z0-9][A-Z0-9-]{0,29}$/.test(code) ? null : new Refusal('exchange.not-a-bin-code')))

export const openingStockColumns = {
  number: {
    zh: '配件编号', en: 'Part number', required: true as const, read: codeOf(normalPartNumber, whyNotPartNumber), example: 'YS6-1012',
    also: ['配件号', '配件编码', '零件号', '零件编号', '备件号', '备件编号', '物料编码', '料号', '件号', '图号', '编号', 'Part no'],
  },
  bin: { zh: '货位', en: 'Bin', required: true as const, also: ['库位', '仓位', '货位号', '库位号', '货架', '货架号', '储位', 'Location'], read: bin, example: 'A-01-03' },
  thousandths: { zh: '数量', en: 'Quantity', required: true as const, also: ['库存数量', '库存', '结存数量', '期初数量', '现存量', '实盘数量', 'Qty'], read: numberOf({ least: 1, most: 100_000_000, decimals: 3 }), example: 12 },
  /** Millionths of a yuan: averages have more than two decimals; the line's cost is rounded once. */
  unitCostMillionths: { zh: '单位成本', en: 'Unit cost', required: true as const, also: ['成本单价', '成本', '单价', '进价', '采购单价', '不含税单价', '不含税成本', '结存单价', '成本价', '平均成本', 'Cost'], read: numberOf({ least: 0, most: 100_000_000_000_000, decimals: 6 }), example: 36.5 },
  receivedOn: { zh: '入库日期', en: 'Received on', required: true as const, also: ['收货日期', '到货日期', '进货日期', '最近入库日期', '入库时间', '日期', 'Receipt date', 'Date'], read: dayOf, example: '2026-08-15' },
}
export type OpeningStockRow = RowOf<typeof openingStockColumns>

export const receivableColumns = {
  customerName: { zh: '客户名称', en: 'Customer name', required: true as const, also: ['客户', '客户姓名', '欠款单位', '单位名称', '往来单位', '姓名', '名称', 'Customer', 'Debtor'], read: textOf(60), example: '示例物流有限公司' },
  phone: { zh: '电话', en: 'Phone', also: ['手机', '手机号', '联系电话', '客户电话', 'Mobile'], read: codeOf(normalPhone, whyNotPhone), example: '19900001234' },
  amountFen: { zh: '金额', en: 'Amount', required: true as const, also: ['欠款金额', '应收金额', '应收余额', '余额', '欠款', '挂账金额', '未收金额', 'Balance'], read: numberOf({ least: 1, most: 900_000_000_000, decimals: 2 }), example: 12_860.5 },
  day: { zh: '日期', en: 'Date', required: true as const, also: ['单据日期', '挂账日期', '业务日期', '结算日期', '发生日期', 'Document date'], read: dayOf, example: '2026-09-30' },
  document: { zh: '单据号', en: 'Document number', required: true as const, also: ['单号', '单据编号', '结算单号', '凭证号', '工单号', 'Document', 'Document no', 'Invoice'], read: textOf(60), example: 'JS-202609-0088' },
  dueOn: { zh: '到期日', en: 'Due on', also: ['到期日期', '应收到期日', '账期到期日', '约定付款日', 'Due date'], read: dayOf, example: '2026-12-31' },
  note: { zh: '备注', en: 'Note', also: ['说明', '摘要', 'Remarks', 'Notes'], read: textOf(200), example: null },
}
export type ReceivableRow = RowOf<typeof receivableColumns>
