import type { Tx } from '../../../platform/database.ts'

export type BillEntry = { day: string; document: string; about: string; payer: string; netFen: number; taxFen: number }
export type ReceiptEntry = { day: string; document: string; about: string; way: string; kind: 'deposit' | 'receivable'; amountFen: number }
export type UseEntry = { day: string; document: string; about: string; amountFen: number }

/** Statements made in these days, and with a minus those that were reversed in them. */
export const billEntries = (tx: Tx, storeId: string, { from, to, timeZone }: { from: string; to: string; timeZone: string }) => tx.all<BillEntry>`
  select day, number as document, plate as about, payer, net_fen, tax_fen from settlement.v_bill where store_id = ${storeId} and day between ${from} and ${to}
  union all
  select (reversed_at at time zone ${timeZone})::date, number, plate, payer, -net_fen, -tax_fen from settlement.v_bill
  where store_id = ${storeId} and reversed_at >= (${from}::date::timestamp at time zone ${timeZone}) and reversed_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})
  order by 1, 2 limit 50000`

export const receiptEntries = (tx: Tx, storeId: string, { from, to }: { from: string; to: string }) => tx.all<ReceiptEntry>`
  select day, number as document, about, way, kind, amount_fen from settlement.v_receipt where store_id = ${storeId} and day between ${from} and ${to} order by day, number limit 50000`

export const useEntries = (tx: Tx, storeId: string, { from, to, timeZone }: { from: string; to: string; timeZone: string }) => tx.all<UseEntry>`
  select (at at time zone ${timeZone})::date as day, about as document, about, amount_fen from settlement.v_deposit_use
  where store_id = ${storeId} and at >= (${from}::date::timestamp at time zone ${timeZone}) and at < ((${to}::date + 1)::timestamp at time zone ${timeZone}) order by 1, 2 limit 50000`
