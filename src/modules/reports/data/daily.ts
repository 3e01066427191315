import type { Tx } from '../../../platform/database.ts'
import type { DailyReport, OutputRow, ReceiptRow } from '../domain/daily.ts'
import { entries } from './margin.ts'
import type { Scope } from './scope.ts'

/** Cars in the house when the day ends (now, on the day itself). */
export const inShopAt = async (tx: Tx, storeId: string, moment: Date): Promise<number> => (await tx.one<{ count: number }>`
  select (select count(*) from repair_orders.v_visit where store_id = ${storeId} and closed_at is null and arrived_at < ${moment})
    + (select count(*) from repair_orders.v_visit where store_id = ${storeId} and closed_at >= ${moment} and arrived_at < ${moment}) as count`).count

/** What the statements of the day come to, by who pays and for what; VAT included, allowances taken off. */
export const outputOf = (tx: Tx, scope: Scope) => tx.all<OutputRow>`
  select e.payer, l.kind, sum(e.sign * (l.amount_fen - l.allowance_fen))::bigint as fen
  from (${entries(scope)}) e join settlement.v_statement_line l on l.store_id = e.store_id and l.statement_id = e.id group by e.payer, l.kind order by 1, 2`

/** What the till took on the day, with refunds and deposits. */
export const receiptsOf = (tx: Tx, storeId: string, day: string) => tx.all<ReceiptRow>`
  select way, sum(amount_fen)::bigint as fen from settlement.v_payment where store_id = ${storeId} and day = ${day} group by way order by way`

export const askedPartsOf = async (tx: Tx, { storeId, from, until }: Scope): Promise<number> => (await tx.one<{ count: number }>`
  select count(*) as count from purchasing.v_request where store_id = ${storeId} and asked_at >= ${from} and asked_at < ${until}`).count

export type EditionData = { edition: number; at: Date; personName: string; reason: string }

export const editionsOf = (tx: Tx, storeId: string, day: string) => tx.all<EditionData>`
  select edition, at, person_name, reason from reports.daily_report where store_id = ${storeId} and day = ${day} order by edition desc limit 50`

export const findEdition = (tx: Tx, storeId: string, day: string, edition: number) => tx.maybe<{ snapshot: DailyReport }>`
  select snapshot from reports.daily_report where store_id = ${storeId} and day = ${day} and edition = ${edition}`

/** Answers 0 when somebody issued the same edition first. */
export const insertEdition = (tx: Tx, storeId: string, e: { id: string; day: string; edition: number; dayBegins: Date; at: Date; personId: string; personName: string; reason: string; snapshot: DailyReport }) => tx.run`
  insert into reports.daily_report (store_id, id, day, edition, day_begins, at, person_id, person_name, reason, snapshot)
  values (${storeId}, ${e.id}, ${e.day}, ${e.edition}, ${e.dayBegins}, ${e.at}, ${e.personId}, ${e.personName}, ${e.reason}, ${JSON.stringify(e.snapshot)}::jsonb) on conflict do nothing`

/** Whose task the report is; without an information clerk the station manager's. */
export const issuerOf = (tx: Tx, storeId: string) => tx.maybe<{ personId: string; personName: string }>`
  select person_id, name as person_name from organisation.v_staff where store_id = ${storeId} and position in ('INF', 'STM') order by position limit 1`
