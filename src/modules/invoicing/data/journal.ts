import type { Tx } from '../../../platform/database.ts'

export type BillEntry = { day: string; document: string; about: string; payer: string; netFen: number; taxFen: number }
export type ReceiptEntry = { day: string; document: string; about: string; way: string; kind: 'deposit' | 'receivable' | 'sale'; amountFen: number; feeFen: number; /** Of the goods that the counter sold. */ saleVatPercent: number | null }
export type UseEntry = { day: string; document: string; about: string; amountFen: number; /** Of the goods that the counter sold; null: into a statement. */ saleVatPercent: number | null }

/** Statements made in these days, and with a minus those that were reversed in them. */
export const billEntries = (tx: Tx, storeId: string, { from, to, timeZone }: { from: string; to: string; timeZone: string }) => tx.all<BillEntry>`
  select day, number as document, plate as about, payer, net_fen, tax_fen, 1 as turn from settlement.v_bill where store_id = ${storeId} and day between ${from} and ${to}
  union all
  select (reversed_at at time zone ${timeZone})::date, number, plate, payer, -net_fen, -tax_fen, 2 from settlement.v_bill
  where store_id = ${storeId} and reversed_at >= (${from}::date::timestamp at time zone ${timeZone}) and reversed_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})
  order by day, document, turn limit 50000`

export const receiptEntries = (tx: Tx, storeId: string, { from, to }: { from: string; to: string }) => tx.all<ReceiptEntry>`
  select day, number as document, about, way, kind, amount_fen, fee_fen, sale_vat_percent from settlement.v_receipt where store_id = ${storeId} and day between ${from} and ${to} order by day, number limit 50000`

export const useEntries = (tx: Tx, storeId: string, { from, to, timeZone }: { from: string; to: string; timeZone: string }) => tx.all<UseEntry>`
  select (at at time zone ${timeZone})::date as day, about as document, about, amount_fen, sale_vat_percent from settlement.v_deposit_use
  where store_id = ${storeId} and at >= (${from}::date::timestamp at time zone ${timeZone}) and at < ((${to}::date + 1)::timestamp at time zone ${timeZone}) order by 1, 2 limit 50000`

export type ExpenseEntry = { day: string; document: string; about: string; /** Of its kind, when it was settled. */ account: string | null; costFen: number; advanceFen: number; cashFen: number }

/** IOUs drawn and brought back, claims settled and reversed in these days. */
export const expenseEntries = (tx: Tx, storeId: string, { from, to, timeZone }: { from: string; to: string; timeZone: string }) => tx.all<ExpenseEntry>`
  select (at at time zone ${timeZone})::date as day, document, about, account, cost_fen, advance_fen, cash_fen from expenses.v_booked
  where store_id = ${storeId} and at >= (${from}::date::timestamp at time zone ${timeZone}) and at < ((${to}::date + 1)::timestamp at time zone ${timeZone}) order by 1, 2 limit 50000`

export type CounterEntry = { day: string; document: string; about: string; sold: boolean; costFen: number }

/** What left the shelves by the counter in these days, less what came back, at the cost of its lots. `firstId` is the first an id of these days can be: moves are found by their key. */
export const counterEntries = (tx: Tx, storeId: string, { from, to, timeZone, firstId }: { from: string; to: string; timeZone: string; firstId: string }) => tx.all<CounterEntry>`
  select (m.at at time zone ${timeZone})::date as day, l.number as document, l.name as about, l.kind in ('sale', 'accessory') as sold, sum(m.cost_fen)::bigint as cost_fen
  from stock.v_job_move m join counter.v_line l on l.store_id = m.store_id and l.id = m.line_id
  where m.store_id = ${storeId} and m.id >= ${firstId} and m.at >= (${from}::date::timestamp at time zone ${timeZone}) and m.at < ((${to}::date + 1)::timestamp at time zone ${timeZone})
  group by 1, 2, 3, 4 having sum(m.cost_fen) <> 0 order by 1, 2 limit 50000`

export type WriteOffEntry = { day: string; document: string; about: string; vatPercent: number; amountFen: number }

/** Cash on delivery written off in these days, and with a minus what was taken back in them. */
export const writeOffEntries = (tx: Tx, storeId: string, { from, to }: { from: string; to: string }) => tx.all<WriteOffEntry>`
  select day, number as document, sale_number as about, vat_percent, amount_fen from counter.v_write_off where store_id = ${storeId} and day between ${from} and ${to} order by day, number limit 50000`

export type CostEntry = { day: string; document: string; about: string; costFen: number }

/**
 * What the parts on statements of these days cost when they were settled, and with a minus of those that were reversed in them. A line that several share
 * is split like its price: by what each bears of it in the order of the payers, rounded down as a running sum, so that the portions are its cost to the fen.
 * A supplement moves a claim, no part.
 */
export const costEntries = (tx: Tx, storeId: string, { from, to, timeZone }: { from: string; to: string; timeZone: string }) => tx.all<CostEntry>`
  with booked as (
    select id, payer, at, number, plate, day, 1 as sign from settlement.v_bill where store_id = ${storeId} and day between ${from} and ${to} and supplement_of is null
    union all
    select id, payer, at, number, plate, (reversed_at at time zone ${timeZone})::date, -1 from settlement.v_bill
    where store_id = ${storeId} and supplement_of is null
      and reversed_at >= (${from}::date::timestamp at time zone ${timeZone}) and reversed_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})
  ), portions as (
    select b.day, b.number, b.plate, b.sign, case when l.line_amount_fen is null then c.cost_fen
      else floor(c.cost_fen::numeric * (o.before_fen + l.amount_fen) / l.line_amount_fen) - floor(c.cost_fen::numeric * o.before_fen / l.line_amount_fen) end as cost_fen
    from booked b
    join settlement.v_statement_line l on l.store_id = ${storeId} and l.statement_id = b.id and l.kind = 'part'
    cross join lateral (select coalesce(sum(m.cost_fen), 0) as cost_fen from stock.v_job_cost m where m.store_id = ${storeId} and m.line_id = l.line_id and m.at <= b.at) c
    cross join lateral (select coalesce(sum(x.amount_fen), 0) as before_fen from (
      select distinct on (s.payer) p.amount_fen from settlement.v_statement_line p join settlement.v_bill s on s.store_id = p.store_id and s.id = p.statement_id
      where l.line_amount_fen is not null and p.store_id = ${storeId} and p.line_id = l.line_id and p.line_amount_fen is not null and s.supplement_of is null and s.payer < b.payer
      order by s.payer, s.id desc) x) o
  )
  select day, number as document, plate as about, sum(sign * cost_fen)::bigint as cost_fen from portions group by day, number, plate, sign having sum(cost_fen) <> 0 order by day, number, sign desc limit 50000`
