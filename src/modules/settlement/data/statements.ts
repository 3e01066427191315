import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import { claimants } from '../domain/reallocation.ts'
import { presetTermDays, type Age, type ClaimTerm } from '../domain/receivable.ts'
import type { StatementFigures } from '../domain/statement.ts'
import { ageOf, type AgeBorders } from './receivables.ts'

export type StatementData = {
  id: string; number: string; orderId: string; orderNumber: string; payer: Payer; payerName: string; plate: string; at: Date; day: string; personId: string
  personName: string; linesFen: number; allowanceFen: number; allowanceReason: string | null; /** Who granted what somebody else settled with. */ grantedBy: string | null; grantedByName: string | null; totalFen: number; netFen: number; taxFen: number; paidFen: number
  reversedAt: Date | null; reversalReason: string | null; debtorId: string | null; debtorName: string | null; /** Until when it may be owed; null: not on credit. */ creditDueOn: string | null; version: number
  /** The statement whose refused claim this one moves, and why. */ supplementOf: string | null; supplementReason: string | null
}

const columns = sql`id, number, order_id, order_number, payer, payer_name, plate, at, day, person_id, person_name, lines_fen, allowance_fen, allowance_reason, granted_by, granted_by_name,
  total_fen, net_fen, tax_fen, paid_fen, reversed_at, reversal_reason, debtor_id, debtor_name, credit_due_on, version, supplement_of, supplement_reason`

export type NewStatement = Omit<StatementData, 'paidFen' | 'reversedAt' | 'reversalReason' | 'debtorId' | 'debtorName' | 'creditDueOn' | 'version'>

/** All statements of an order in one statement. */
export const insertStatements = (tx: Tx, storeId: string, rows: readonly NewStatement[]) => tx.run`
  insert into settlement.statement (store_id, id, number, order_id, order_number, payer, payer_name, plate, at, day, person_id, person_name,
    lines_fen, allowance_fen, allowance_reason, granted_by, granted_by_name, total_fen, net_fen, tax_fen, supplement_of, supplement_reason)
  select ${storeId}, s.id, s.number, s."orderId", s."orderNumber", s.payer, s."payerName", s.plate, s.at, s.day, s."personId", s."personName",
    s."linesFen", s."allowanceFen", s."allowanceReason", s."grantedBy", s."grantedByName", s."totalFen", s."netFen", s."taxFen", s."supplementOf", s."supplementReason"
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, number text, "orderId" uuid, "orderNumber" text, payer text, "payerName" text, plate text,
    at timestamptz, day date, "personId" uuid, "personName" text, "linesFen" bigint, "allowanceFen" bigint, "allowanceReason" text, "grantedBy" uuid, "grantedByName" text, "totalFen" bigint, "netFen" bigint, "taxFen" bigint, "supplementOf" uuid, "supplementReason" text)`

export type StatementLineData = {
  statementId: string; lineId: string; kind: string; code: string; nameZh: string; nameEn: string; unit: string; quantityThousandths: number; unitPriceFen: number
  discountFen: number; amountFen: number; allowanceFen: number; vatPercent: number; netFen: number; taxFen: number; /** The whole line, where this is a part of it. */ lineAmountFen: number | null
}

export const insertStatementLines = (tx: Tx, storeId: string, rows: readonly StatementLineData[]) => tx.run`
  insert into settlement.statement_line (store_id, statement_id, line_id, kind, code, name_zh, name_en, unit, quantity_thousandths, unit_price_fen,
    discount_fen, amount_fen, allowance_fen, vat_percent, net_fen, tax_fen, line_amount_fen)
  select ${storeId}, l."statementId", l."lineId", l.kind, l.code, l."nameZh", l."nameEn", l.unit, l."quantityThousandths", l."unitPriceFen",
    l."discountFen", l."amountFen", l."allowanceFen", l."vatPercent", l."netFen", l."taxFen", l."lineAmountFen"
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l("statementId" uuid, "lineId" uuid, kind text, code text, "nameZh" text, "nameEn" text, unit text,
    "quantityThousandths" bigint, "unitPriceFen" bigint, "discountFen" bigint, "amountFen" bigint, "allowanceFen" bigint, "vatPercent" smallint, "netFen" bigint, "taxFen" bigint, "lineAmountFen" bigint)`

export const statementsOfOrder = (tx: Tx, storeId: string, orderId: string) => tx.all<StatementData>`
  select ${columns} from settlement.statement where store_id = ${storeId} and order_id = ${orderId} order by id`

/** What a settlement begins with: payers whose statement still stands after a reversal of another, and the customer's deposit in hand. */
export const beforeSettling = (tx: Tx, storeId: string, orderId: string) => tx.one<{ standing: Payer[]; heldFen: number }>`
  select array(select payer from settlement.statement where store_id = ${storeId} and order_id = ${orderId} and reversed_at is null and supplement_of is null) as standing,
    coalesce((select taken_fen - used_fen from settlement.deposit_state where store_id = ${storeId} and order_id = ${orderId}), 0)::bigint as held_fen`

export const findStatement = (tx: Tx, storeId: string, statementId: string) => tx.maybe<StatementData>`
  select ${columns} from settlement.statement where store_id = ${storeId} and id = ${statementId}`

export const lockStatement = (tx: Tx, storeId: string, statementId: string) => tx.maybe<StatementData>`
  select ${columns} from settlement.statement where store_id = ${storeId} and id = ${statementId} for update`

export const linesOfStatement = (tx: Tx, storeId: string, statementId: string) => tx.all<StatementLineData>`
  select statement_id, line_id, kind, code, name_zh, name_en, unit, quantity_thousandths, unit_price_fen, discount_fen, amount_fen, allowance_fen, vat_percent, net_fen, tax_fen, line_amount_fen
  from settlement.statement_line where store_id = ${storeId} and statement_id = ${statementId} order by line_id`

const isClaim = sql`(payer = any(${claimants}) or supplement_of is not null)`

/** Due: valid and not paid up; else those of a day. Claims: what others than the customer were asked to pay, and what came of it. */
export const listStatements = (tx: Tx, storeId: string, filter: { due: boolean; claims: boolean; day: string | null; found: { orderIds: readonly string[]; number: string } | null; after: string | null; limit: number }) => tx.all<StatementData>`
  select ${columns} from settlement.statement
  where store_id = ${storeId}
  ${filter.due ? sql`and reversed_at is null and paid_fen < total_fen` : empty}
  ${filter.claims ? sql`and ${isClaim}` : empty}
  ${filter.day === null ? empty : sql`and day = ${filter.day}`}
  ${filter.found === null ? empty : sql`and (order_id = any(${filter.found.orderIds}::uuid[]) or number = ${filter.found.number})`}
  ${filter.after === null ? empty : sql`and id < ${filter.after}`}
  order by id desc limit ${filter.limit}`

/** What claims are open for, by age (`dueDayOf`). */
export const claimsByAge = (tx: Tx, storeId: string, borders: AgeBorders) => tx.all<{ age: Age; count: number; openFen: number }>`
  select ${ageOf(sql`coalesce(credit_due_on, day + coalesce(t.days, ${presetTermDays})::integer)`, borders)} as age, count(*) as count, sum(total_fen - paid_fen)::bigint as open_fen
  from settlement.statement left join settlement.claim_term t using (store_id, payer)
  where store_id = ${storeId} and reversed_at is null and paid_fen < total_fen and ${isClaim} group by 1`

export const claimTerms = (tx: Tx, storeId: string) => tx.all<ClaimTerm>`select payer, days, version from settlement.claim_term where store_id = ${storeId}`

/** Made or changed, as long as nobody changed it meanwhile; answers the version that stands then, none where somebody did. */
export const keepClaimTerm = (tx: Tx, storeId: string, { payer, days, version }: ClaimTerm) => tx.maybe<{ version: number }>`
  insert into settlement.claim_term as t (store_id, payer, days, version) values (${storeId}, ${payer}, ${days}, ${version + 1})
  on conflict (store_id, payer) do update set days = excluded.days, version = excluded.version where t.version = excluded.version - 1 returning version`

export const addPaid = (tx: Tx, storeId: string, statementId: string, amountFen: number) => tx.run`
  update settlement.statement set paid_fen = paid_fen + ${amountFen}, version = version + 1 where store_id = ${storeId} and id = ${statementId}`

export const markReversed = (tx: Tx, storeId: string, reversal: { id: string; at: Date; by: string; reason: string }) => tx.run`
  update settlement.statement set reversed_at = ${reversal.at}, reversed_by = ${reversal.by}, reversal_reason = ${reversal.reason}, version = version + 1
  where store_id = ${storeId} and id = ${reversal.id} and reversed_at is null`

export const figuresOf = ({ linesFen, allowanceFen, totalFen, netFen, taxFen }: StatementFigures) => ({ linesFen, allowanceFen, totalFen, netFen, taxFen })
