import { firstIdAt } from '../../../kernel/ids.ts'
import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import type { Cause, ComebackPayer, ComebackStatus } from '../domain/comeback.ts'

export type ComebackData = {
  id: string; status: ComebackStatus; orderId: string; orderNumber: string; plate: string; firstOrderId: string; firstOrderNumber: string; firstLineId: string; code: string; nameZh: string; nameEn: string; words: string
  proposedAt: Date; proposedBy: string; proposedByName: string; payer: ComebackPayer | null; cause: Cause | null; technicianName: string; reason: string; decidedAt: Date | null; decidedByName: string | null; version: number
  lineIds: readonly string[]
}

const comebacks = sql`
  select c.id, c.status, c.order_id, o.number as order_number, o.plate, c.first_order_id, f.number as first_order_number, c.first_line_id, l.code, l.name_zh, l.name_en, c.words,
    c.proposed_at, c.proposed_by, c.proposed_by_name, c.payer, c.cause, c.technician_name, c.reason, c.decided_at, c.decided_by_name, c.version,
    array(select m.line_id from quality.comeback_line m join repair_orders.v_line n on n.store_id = m.store_id and n.id = m.line_id where m.store_id = c.store_id and m.comeback_id = c.id) as line_ids
  from quality.comeback c
  join repair_orders.v_visit o on o.store_id = c.store_id and o.id = c.order_id
  join repair_orders.v_visit f on f.store_id = c.store_id and f.id = c.first_order_id
  join repair_orders.v_line l on l.store_id = c.store_id and l.id = c.first_line_id`

export const comebacksOfOrder = (tx: Tx, storeId: string, orderId: string) => tx.all<ComebackData>`${comebacks} where c.store_id = ${storeId} and c.order_id = ${orderId} order by c.id limit 100`
export const findComeback = (tx: Tx, storeId: string, comebackId: string) => tx.maybe<ComebackData>`${comebacks} where c.store_id = ${storeId} and c.id = ${comebackId}`

export type ComebackFilter = { status: ComebackStatus | null; cause: Cause | null; technicianId: string | null; from: Date | null; to: Date | null; after: string | null; limit: number }

export const listComebacks = (tx: Tx, storeId: string, { status, cause, technicianId, from, to, after, limit }: ComebackFilter) => tx.all<ComebackData>`
  ${comebacks} where c.store_id = ${storeId} ${status === null ? empty : sql`and c.status = ${status}`} ${cause === null ? empty : sql`and c.cause = ${cause}`}
  ${technicianId === null ? empty : sql`and c.technician_id = ${technicianId}`} ${from === null ? empty : sql`and c.decided_at >= ${from}`} ${to === null ? empty : sql`and c.decided_at < ${to}`}
  ${after === null ? empty : sql`and c.id < ${after}`} order by c.id desc limit ${limit}`

/** For other modules: cars that came back since a moment. */
export const comebacksSince = (tx: Tx, storeId: string, since: Date) => tx.all<{ orderId: string; number: string; plate: string; words: string }>`
  select c.order_id, o.number, o.plate, c.words from quality.comeback c join repair_orders.v_visit o on o.store_id = c.store_id and o.id = c.order_id
  where c.store_id = ${storeId} and c.id >= ${firstIdAt(since)} and c.status <> 'withdrawn' order by c.id limit 20`

export type NewComeback = Pick<ComebackData, 'id' | 'orderId' | 'firstOrderId' | 'firstLineId' | 'words' | 'proposedAt' | 'proposedBy' | 'proposedByName'>

/** Answers 0 where this line's comeback is there already. */
export const insertComeback = (tx: Tx, storeId: string, c: NewComeback) => tx.run`
  insert into quality.comeback (store_id, id, status, order_id, first_order_id, first_line_id, words, proposed_at, proposed_by, proposed_by_name)
  values (${storeId}, ${c.id}, 'proposed', ${c.orderId}, ${c.firstOrderId}, ${c.firstLineId}, ${c.words}, ${c.proposedAt}, ${c.proposedBy}, ${c.proposedByName}) on conflict do nothing`

export const clearMarks = (tx: Tx, storeId: string, comebackId: string) => tx.run`delete from quality.comeback_line where store_id = ${storeId} and comeback_id = ${comebackId}`

/** Answers how many were free: a line mends one thing again. */
export const insertMarks = (tx: Tx, storeId: string, comebackId: string, lineIds: readonly string[]) => tx.run`
  insert into quality.comeback_line (store_id, line_id, comeback_id) select ${storeId}, line_id, ${comebackId} from unnest(${lineIds}::uuid[]) as l(line_id) on conflict do nothing`

export type Decision = { id: string; payer: ComebackPayer; cause: Cause; technicianId: string | null; technicianName: string; reason: string; at: Date; by: string; byName: string }

export const writeDecision = (tx: Tx, storeId: string, d: Decision) => tx.run`
  update quality.comeback set status = 'decided', payer = ${d.payer}, cause = ${d.cause}, technician_id = ${d.technicianId}, technician_name = ${d.technicianName}, reason = ${d.reason},
    decided_at = ${d.at}, decided_by = ${d.by}, decided_by_name = ${d.byName}, version = version + 1 where store_id = ${storeId} and id = ${d.id}`

export const withdrawIt = (tx: Tx, storeId: string, comebackId: string, reason: string) => tx.run`
  update quality.comeback set status = 'withdrawn', reason = ${reason}, version = version + 1 where store_id = ${storeId} and id = ${comebackId}`

export const touchComeback = (tx: Tx, storeId: string, comebackId: string) => tx.run`update quality.comeback set version = version + 1 where store_id = ${storeId} and id = ${comebackId}`

export const payersOfComebacks = (tx: Tx, storeId: string, orderId: string) => tx.all<{ status: ComebackStatus; payer: ComebackPayer | null; linePayers: Payer[] }>`
  select c.status, c.payer, array(select l.payer from quality.comeback_line m join repair_orders.v_line l on l.store_id = m.store_id and l.id = m.line_id where m.store_id = c.store_id and m.comeback_id = c.id) as line_payers
  from quality.comeback c where c.store_id = ${storeId} and c.order_id = ${orderId}`

export type Worker = { orderId: string; id: string; name: string }

/** Who worked on these orders. */
export const workersOf = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<Worker>`
  select distinct order_id, person_id as id, person_name as name from workshop.v_worked where store_id = ${storeId} and order_id = any(${orderIds}::uuid[]) order by name limit 400`

/** Cars that left, those that had come back, and those that were right at once: no comeback, no failed inspection. */
export const countDelivered = (tx: Tx, storeId: string, from: Date, to: Date) => tx.one<{ delivered: number; returned: number; atOnce: number }>`
  select count(*)::integer as delivered, (count(*) filter (where returned))::integer as returned, (count(*) filter (where not returned and not failed))::integer as at_once from (
    select exists (select from quality.comeback c where c.store_id = d.store_id and c.order_id = d.order_id and c.status = 'decided' and c.payer <> 'customer') as returned,
      exists (select from workshop.v_inspection i where i.store_id = d.store_id and i.order_id = d.order_id and i.result = 'failed') as failed
    from settlement.v_delivery d where d.store_id = ${storeId} and d.at >= ${from} and d.at < ${to}
  ) r`

export type ReworkData = { id: string; orderId: string; orderNumber: string; plate: string; at: Date; level: 2 | 3; inspectorName: string; reason: string }

/** Work that somebody else found wrong in a span: failed team checks fall on whoever had worked on the job by then, failed final inspections on whoever had worked on the order. */
const reworks = (storeId: string, from: Date, to: Date) => sql`
  select i.id, i.order_id, i.at, 3 as level, i.inspector_name, i.reason, w.person_id, w.person_name
  from workshop.v_inspection i join workshop.v_worked w on w.store_id = i.store_id and w.order_id = i.order_id and w.started_at <= i.at
  where i.store_id = ${storeId} and i.at >= ${from} and i.at < ${to} and i.result = 'failed'
  union
  select c.id, c.order_id, c.at, 2, c.person_name, c.reason, w.person_id, w.person_name
  from workshop.v_job_check c join workshop.v_worked w on w.store_id = c.store_id and w.order_id = c.order_id and w.job_id = c.job_id and w.started_at <= c.at
  where c.store_id = ${storeId} and c.at >= ${from} and c.at < ${to} and c.result = 'failed'`

/** What stands behind a technician's number; the newest first. */
export const reworksOf = (tx: Tx, storeId: string, technicianId: string, from: Date, to: Date) => tx.all<ReworkData>`
  select r.id, r.order_id, o.number as order_number, o.plate, r.at, r.level, r.inspector_name, r.reason
  from (${reworks(storeId, from, to)}) r join repair_orders.v_visit o on o.store_id = ${storeId} and o.id = r.order_id
  where r.person_id = ${technicianId} order by r.at desc limit 200`

export type TechnicianCount = { technicianId: string; name: string; reworks: number; comebacks: number }

/** His rework, and comebacks put down to him. */
export const countByTechnician = (tx: Tx, storeId: string, from: Date, to: Date) => tx.all<TechnicianCount>`
  with each as (
    select person_id, person_name, 1 as rework, 0 as comeback from (${reworks(storeId, from, to)}) r
    union all
    select technician_id, technician_name, 0, 1 from quality.comeback where store_id = ${storeId} and decided_at >= ${from} and decided_at < ${to} and technician_id is not null
  )
  select person_id as technician_id, max(person_name) as name, sum(rework)::integer as reworks, sum(comeback)::integer as comebacks from each group by person_id order by sum(rework + comeback) desc, person_id limit 200`
