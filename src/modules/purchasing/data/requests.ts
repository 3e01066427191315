import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { Decision, DecisionWay, Origin, PartUrgency, RequestStatus, Source } from '../domain/request.ts'

export type RequestData = {
  id: string; number: string; origin: Origin; status: RequestStatus; orderId: string; lineId: string; orderNumber: string; plate: string; advisorId: string; advisorName: string
  partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; thousandths: number; comeThousandths: number; urgency: PartUrgency; note: string; askedAt: Date; askedBy: string; askedByName: string
  source: Source | null; supplier: string; eta: string | null; sourcedAt: Date | null; sourcedByName: string | null
  decision: Decision | null; decidedWay: DecisionWay | null; customerName: string; words: string; toldEta: string | null; toldAt: Date | null; toldByName: string | null
  arrivedAt: Date | null; reason: string; version: number
}

const columns = sql`id, number, origin, status, order_id, line_id, order_number, plate, advisor_id, advisor_name, part_id, part_number, name_zh, name_en, unit, thousandths, come_thousandths, urgency, note, asked_at, asked_by, asked_by_name,
  source, supplier, eta, sourced_at, sourced_by_name, decision, decided_way, customer_name, words, told_eta, told_at, told_by_name, arrived_at, reason, version`

const open = sql`status in ('asked', 'sourced')`
const toTell = sql`(${open} and origin <> 'hand' and (decision is null or eta is distinct from told_eta))`
const groups: Readonly<Record<'open' | 'urgent' | 'to-source' | 'to-tell' | 'arrived' | 'all', Sql>> = {
  open: sql`and ${open}`, urgent: sql`and ${open} and urgency <> 'normal'`, 'to-source': sql`and status = 'asked'`, 'to-tell': sql`and ${toTell}`, arrived: sql`and status = 'arrived'`, all: empty,
}

/** What is open stands in its turn, the most urgent first and then the oldest; what is over, the newest first. */
const inTurn: Readonly<Record<keyof typeof groups, boolean>> = { open: true, urgent: true, 'to-source': true, 'to-tell': true, arrived: false, all: false }

export type RequestFilter = { readonly group: keyof typeof groups; readonly pattern: string | null; readonly after: string | null; readonly limit: number }

export const listRequests = (tx: Tx, storeId: string, { group, pattern, after, limit }: RequestFilter) => tx.all<RequestData>`
  select ${columns} from purchasing.request where store_id = ${storeId} ${groups[group]}
    ${pattern === null ? empty : sql`and (number ilike ${pattern} or plate ilike ${pattern} or part_number ilike ${pattern} or name_zh ilike ${pattern} or name_en ilike ${pattern} or order_number ilike ${pattern})`}
    ${after === null ? empty : inTurn[group] ? sql`and (turn, id) > (select turn, id from purchasing.request where store_id = ${storeId} and id = ${after})` : sql`and id < ${after}`}
  order by ${inTurn[group] ? sql`turn, id` : sql`id desc`} limit ${limit}`

export const countRequests = (tx: Tx, storeId: string, arrivedSince: Date) => tx.one<{ open: number; urgent: number; toSource: number; toTell: number; arrived: number }>`
  select count(*) filter (where ${open}) as open, count(*) filter (where ${open} and urgency <> 'normal') as urgent, count(*) filter (where status = 'asked') as to_source, count(*) filter (where ${toTell}) as to_tell,
    (select count(*) from purchasing.request where store_id = ${storeId} and status = 'arrived' and arrived_at >= ${arrivedSince}) as arrived
  from purchasing.request where store_id = ${storeId} and ${open}`

export const requestsOfOrder = (tx: Tx, storeId: string, orderId: string) => tx.all<RequestData>`
  select ${columns} from purchasing.request where store_id = ${storeId} and order_id = ${orderId} order by id`

/** Every open one, overdue first; what has no day yet stands with what is expected today. */
export const openRequests = (tx: Tx, storeId: string, today: string, limit: number) => tx.all<RequestData>`
  select ${columns} from purchasing.request where store_id = ${storeId} and ${open} order by coalesce(eta, ${today}), id limit ${limit}`

export const findRequests = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<RequestData>`select ${columns} from purchasing.request where store_id = ${storeId} and id = any(${ids})`

/** Locked in the order of their ids. */
export const lockRequests = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<RequestData>`
  select ${columns} from purchasing.request where store_id = ${storeId} and id = any(${ids}) order by id for update`

/** Locked until the deed ends; whoever comes second sees the new version. */
export const lockRequest = (tx: Tx, storeId: string, requestId: string) => tx.maybe<RequestData>`
  select ${columns} from purchasing.request where store_id = ${storeId} and id = ${requestId} for update`

/** Open requests for parts that came in, locked: one receipt serves them, or the next. */
export const lockWaitingFor = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<RequestData>`
  select ${columns} from purchasing.request where store_id = ${storeId} and part_id = any(${partIds}) and ${open} order by id for update`

export type NewRequest = Pick<RequestData, 'id' | 'number' | 'origin' | 'orderId' | 'lineId' | 'orderNumber' | 'plate' | 'advisorId' | 'advisorName' | 'partId' | 'partNumber' | 'nameZh' | 'nameEn' | 'unit' | 'thousandths' | 'urgency' | 'note' | 'askedAt' | 'askedBy' | 'askedByName'>

export const insertRequest = (tx: Tx, storeId: string, r: NewRequest) => tx.run`
  insert into purchasing.request (store_id, id, number, origin, status, order_id, line_id, order_number, plate, advisor_id, advisor_name, part_id, part_number, name_zh, name_en, unit, thousandths, urgency, note, asked_at, asked_by, asked_by_name)
  values (${storeId}, ${r.id}, ${r.number}, ${r.origin}, 'asked', ${r.orderId}, ${r.lineId}, ${r.orderNumber}, ${r.plate}, ${r.advisorId}, ${r.advisorName}, ${r.partId}, ${r.partNumber}, ${r.nameZh}, ${r.nameEn}, ${r.unit}, ${r.thousandths},
    ${r.urgency}, ${r.note}, ${r.askedAt}, ${r.askedBy}, ${r.askedByName})`

export const updateSource = (tx: Tx, storeId: string, s: { id: string; source: Source; supplier: string; eta: string; at: Date; byName: string }) => tx.run`
  update purchasing.request set status = 'sourced', reason = '', source = ${s.source}, supplier = ${s.supplier}, eta = ${s.eta}, sourced_at = ${s.at}, sourced_by_name = ${s.byName}, version = version + 1
  where store_id = ${storeId} and id = ${s.id}`

export type SourceRow = { readonly requestId: string; readonly source: Source; readonly supplier: string; readonly eta: string }

export const updateSources = (tx: Tx, storeId: string, rows: readonly SourceRow[], at: Date, byName: string) => tx.run`
  update purchasing.request r set status = 'sourced', reason = '', source = t.source, supplier = t.supplier, eta = t.eta, sourced_at = ${at}, sourced_by_name = ${byName}, version = version + 1
  from unnest(${rows.map((row) => row.requestId)}::uuid[], ${rows.map((row) => row.source)}::text[], ${rows.map((row) => row.supplier)}::text[], ${rows.map((row) => row.eta)}::date[]) as t(request_id, source, supplier, eta)
  where r.store_id = ${storeId} and r.id = t.request_id`

/** Nothing brings it any more: it stands as it was asked, with the reason. */
export const loseSources = (tx: Tx, storeId: string, rows: readonly { readonly requestId: string; readonly why: string }[]) => tx.run`
  update purchasing.request r set status = 'asked', source = null, supplier = '', eta = null, sourced_at = null, sourced_by_name = null, reason = t.why, version = version + 1
  from unnest(${rows.map((row) => row.requestId)}::uuid[], ${rows.map((row) => row.why)}::text[]) as t(request_id, why) where r.store_id = ${storeId} and r.id = t.request_id`

export type Told = { id: string; decision: Decision; way: DecisionWay; customerName: string; words: string; at: Date; byName: string }

/** The day that he was told is the one that stands now. */
export const updateTold = (tx: Tx, storeId: string, t: Told) => tx.run`
  update purchasing.request set decision = ${t.decision}, decided_way = ${t.way}, customer_name = ${t.customerName}, words = ${t.words}, told_eta = eta, told_at = ${t.at}, told_by_name = ${t.byName}, version = version + 1
  where store_id = ${storeId} and id = ${t.id}`

/** Part of it came. */
export const addCome = (tx: Tx, storeId: string, requestId: string, thousandths: number) => tx.run`
  update purchasing.request set come_thousandths = come_thousandths + ${thousandths}, version = version + 1 where store_id = ${storeId} and id = ${requestId}`

/** Requests of these lines that something came for, locked, the oldest first. */
export const lockGiven = (tx: Tx, storeId: string, orderIds: readonly string[], lineIds: readonly string[]) => tx.all<RequestData>`
  select ${columns} from purchasing.request where store_id = ${storeId} and order_id = any(${orderIds}) and line_id = any(${lineIds}) and (come_thousandths > 0 or ${open}) order by id for update`

/** Requests for the shelf that found enough of the part from this moment on, locked. */
export const lockLaidIn = (tx: Tx, storeId: string, partId: string, since: string) => tx.all<RequestData>`
  select ${columns} from purchasing.request where store_id = ${storeId} and part_id = ${partId} and origin = 'hand' and status = 'arrived' and arrived_at >= ${since} order by id for update`

/** So much of what came is gone again: it waits as it did before. */
export const takeCome = (tx: Tx, storeId: string, r: { id: string; thousandths: number; status: RequestStatus; reason: string }) => tx.run`
  update purchasing.request set come_thousandths = come_thousandths - ${r.thousandths}, status = ${r.status}, arrived_at = null, reason = ${r.reason}, version = version + 1 where store_id = ${storeId} and id = ${r.id}`

export const endRequest = (tx: Tx, storeId: string, e: { id: string; status: RequestStatus; at: Date | null; reason: string }) => tx.run`
  update purchasing.request set status = ${e.status}, arrived_at = ${e.at}, reason = ${e.reason}, version = version + 1 where store_id = ${storeId} and id = ${e.id}`
