import { firstIdAt } from '../../../kernel/ids.ts'
import { empty, sql, type Tx } from '../../../platform/database.ts'

/** Net handed out per line, with what it cost. */
export const issuedOf = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.all<{ lineId: string; thousandths: number; costFen: number }>`
  select line_id, sum(case when takes_back is null then thousandths else -thousandths end)::bigint as thousandths,
    sum(case when takes_back is null then cost_fen else -cost_fen end)::bigint as cost_fen
  from stock.move where store_id = ${storeId} and line_id = any(${lineIds}) group by line_id`

export type IssueMove = {
  id: string; partId: string; lotId: string; lineId: string; fromPlace: string; toPlace: string; thousandths: number; costFen: number; backThousandths: number; backCostFen: number
}

/** Issues to a line with what came back of each, newest first: a return undoes the latest issue first. */
export const issuesOfLine = (tx: Tx, storeId: string, lineId: string) => tx.all<IssueMove>`
  select m.id, m.part_id, m.lot_id, m.line_id, m.from_place, m.to_place, m.thousandths, m.cost_fen,
    coalesce(sum(b.thousandths), 0)::bigint as back_thousandths, coalesce(sum(b.cost_fen), 0)::bigint as back_cost_fen
  from stock.move m left join stock.move b on b.store_id = m.store_id and b.takes_back = m.id
  where m.store_id = ${storeId} and m.line_id = ${lineId} and m.takes_back is null
  group by m.store_id, m.id order by m.id desc`

export type MoveRow = {
  id: string; at: Date; personId: string; fromKind: string; fromCode: string; toKind: string; toCode: string; lotId: string; receivedOn: string
  thousandths: number; costFen: number; orderId: string | null; document: string; reason: string; takesBack: string | null; takenBack: boolean
}

/** Newest first, page by page: a part that sells daily has thousands. */
export const listMoves = (tx: Tx, storeId: string, partId: string, after: string | null, limit: number) => tx.all<MoveRow>`
  select m.id, m.at, m.person_id, f.kind as from_kind, f.code as from_code, t.kind as to_kind, t.code as to_code, m.lot_id, l.received_on,
    m.thousandths, m.cost_fen, m.order_id, m.document, m.reason, m.takes_back,
    exists (select from stock.move b where b.store_id = m.store_id and b.takes_back = m.id) as taken_back
  from stock.move m
  join stock.place f on f.store_id = m.store_id and f.id = m.from_place
  join stock.place t on t.store_id = m.store_id and t.id = m.to_place
  join stock.lot l on l.store_id = m.store_id and l.id = m.lot_id
  where m.store_id = ${storeId} and m.part_id = ${partId} ${after === null ? empty : sql`and m.id < ${after}`}
  order by m.id desc limit ${limit}`

export const findMove = (tx: Tx, storeId: string, moveId: string) => tx.maybe<{
  id: string; at: Date; partId: string; lotId: string; fromPlace: string; toPlace: string; fromKind: string; thousandths: number; costFen: number; takesBack: string | null; takenBack: number
}>`
  select m.id, m.at, m.part_id, m.lot_id, m.from_place, m.to_place, f.kind as from_kind, m.thousandths, m.cost_fen, m.takes_back,
    (select count(*) from stock.move b where b.store_id = m.store_id and b.takes_back = m.id) as taken_back
  from stock.move m join stock.place f on f.store_id = m.store_id and f.id = m.from_place
  where m.store_id = ${storeId} and m.id = ${moveId}`

/** The moves of one adjustment, made at that moment; the lots it made are theirs too. */
export const movesOfDocument = (tx: Tx, storeId: string, document: string, at: Date) => tx.all<{ id: string; partId: string; lotId: string; fromPlace: string; toPlace: string; thousandths: number; costFen: number; takenBack: boolean }>`
  select m.id, m.part_id, m.lot_id, m.from_place, m.to_place, m.thousandths, m.cost_fen, exists (select from stock.move b where b.store_id = m.store_id and b.takes_back = m.id) as taken_back
  from stock.move m where m.store_id = ${storeId} and m.id >= ${firstIdAt(at)} and m.id < ${firstIdAt(new Date(at.getTime() + 60_000))} and m.document = ${document} order by m.id`

export type SentMove = { id: string; lineId: string; partId: string; lotId: string; fromPlace: string; receivedOn: string; thousandths: number; costFen: number }

/** What was handed out for these lines, move by move, with the day its lot came in. */
export const sentOfLines = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.all<SentMove>`
  select m.id, m.line_id, m.part_id, m.lot_id, m.from_place, l.received_on, m.thousandths, m.cost_fen
  from stock.move m join stock.lot l on l.store_id = m.store_id and l.id = m.lot_id
  where m.store_id = ${storeId} and m.line_id = any(${lineIds}::uuid[]) and m.takes_back is null order by m.id`

/** What is out for these lines, by the bin and the lot's day it left from. */
export const pickedOfLines = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.all<{ lineId: string; bin: string; receivedOn: string; thousandths: number }>`
  select o.line_id, p.code as bin, l.received_on, sum(o.thousandths - o.back)::bigint as thousandths
  from (select m.line_id, m.lot_id, m.from_place, m.thousandths,
      coalesce((select sum(b.thousandths) from stock.move b where b.store_id = m.store_id and b.takes_back = m.id), 0) as back
    from stock.move m where m.store_id = ${storeId} and m.line_id = any(${lineIds}::uuid[]) and m.takes_back is null) o
  join stock.place p on p.store_id = ${storeId} and p.id = o.from_place
  join stock.lot l on l.store_id = ${storeId} and l.id = o.lot_id
  where o.thousandths > o.back group by o.line_id, l.received_on, p.code order by l.received_on, p.code`

export type ReturnedMove = { lineId: string; document: string; at: Date; thousandths: number; bin: string; reason: string; takenBy: string }

/** What came back from jobs of these lines, in the order of time. */
export const returnsOfLines = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.all<ReturnedMove>`
  select m.line_id, m.document, m.at, m.thousandths, p.code as bin, m.reason, coalesce(h.name, '') as taken_by
  from stock.move m
  join stock.place p on p.store_id = m.store_id and p.id = m.to_place
  left join organisation.v_person h on h.id = m.person_id
  where m.store_id = ${storeId} and m.line_id = any(${lineIds}::uuid[]) and m.takes_back is not null order by m.id`
