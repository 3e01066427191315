import { sql, type Tx } from '../../../platform/database.ts'
import type { RequestKind, RequestState } from '../domain/request.ts'

export type RequestData = {
  id: string; kind: RequestKind; /** What it is done to: a payment, a statement, a repair order, a parts order, a count. */ subjectId: string; /** Null: it is not about a car. */ orderId: string | null; about: string; amountFen: number; at: Date
  personId: string; personName: string; reason: string; state: RequestState; decidedAt: Date | null; decidedBy: string | null; decidedByName: string | null; decisionReason: string | null; version: number
  /** What the kind needs besides: to which payer a refused claim shall go. */ detail: string
}
/** With the car it is about, where it is about one, for the inbox. */
export type ShownRequest = RequestData & { orderNumber: string; plate: string }

const columns = sql`r.id, r.kind, r.subject_id, r.order_id, r.about, r.amount_fen, r.at, r.person_id, r.person_name, r.reason, r.state, r.decided_at, r.decided_by, r.decided_by_name, r.decision_reason, r.version, r.detail`
const shown = sql`${columns}, coalesce(o.number, '') as order_number, coalesce(o.plate, '') as plate`
const joined = sql`approvals.request r left join repair_orders.v_order o on o.store_id = r.store_id and o.id = r.order_id`

export const openRequests = (tx: Tx, storeId: string, kinds: readonly RequestKind[], limit: number) => tx.all<ShownRequest>`
  select ${shown} from ${joined} where r.store_id = ${storeId} and r.state = 'asked' and r.kind = any(${kinds}) order by r.id limit ${limit}`

/** Of these, what still waits for its decision. */
export const waitingRequests = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<{ id: string }>`
  select id from approvals.request where store_id = ${storeId} and id = any(${ids}::uuid[]) and state = 'asked'`

export const requestsOf = (tx: Tx, storeId: string, personId: string, limit: number) => tx.all<ShownRequest>`
  select ${shown} from ${joined} where r.store_id = ${storeId} and r.person_id = ${personId} order by r.id desc limit ${limit}`

export const lockRequest = (tx: Tx, storeId: string, id: string) => tx.maybe<RequestData>`
  select ${columns} from approvals.request r where r.store_id = ${storeId} and r.id = ${id} for update`

/** At most one of a kind waits about one thing. */
export const lockWaiting = (tx: Tx, storeId: string, kind: RequestKind, subjectId: string) => tx.maybe<RequestData>`
  select ${columns} from approvals.request r where r.store_id = ${storeId} and r.kind = ${kind} and r.subject_id = ${subjectId} and r.state = 'asked' for update`

/** The newest of a kind about one thing that is open or was granted. */
export const standingRequest = (tx: Tx, storeId: string, kind: RequestKind, subjectId: string) => tx.maybe<RequestData>`
  select ${columns} from approvals.request r
  where r.store_id = ${storeId} and r.subject_id = ${subjectId} and r.kind = ${kind} and r.state in ('asked', 'approved') order by r.id desc limit 1`

/** The newest of a kind about one thing, whatever became of it. */
export const latestRequest = (tx: Tx, storeId: string, kind: RequestKind, subjectId: string) => tx.maybe<RequestData>`
  select ${columns} from approvals.request r where r.store_id = ${storeId} and r.subject_id = ${subjectId} and r.kind = ${kind} order by r.id desc limit 1`

/** Answers 0 when the same is asked for already. */
export const insertRequest = (tx: Tx, storeId: string, r: Pick<RequestData, 'id' | 'kind' | 'subjectId' | 'orderId' | 'about' | 'amountFen' | 'at' | 'personId' | 'personName' | 'reason' | 'detail'>) => tx.run`
  insert into approvals.request (store_id, id, kind, subject_id, order_id, about, amount_fen, at, person_id, person_name, reason, detail)
  values (${storeId}, ${r.id}, ${r.kind}, ${r.subjectId}, ${r.orderId}, ${r.about}, ${r.amountFen}, ${r.at}, ${r.personId}, ${r.personName}, ${r.reason}, ${r.detail})
  on conflict (store_id, kind, subject_id) where state = 'asked' do nothing`

export const decideRequest = (tx: Tx, storeId: string, d: { id: string; state: RequestState; at: Date; by: string; byName: string; reason: string }) => tx.run`
  update approvals.request set state = ${d.state}, decided_at = ${d.at}, decided_by = ${d.by}, decided_by_name = ${d.byName}, decision_reason = ${d.reason}, version = version + 1
  where store_id = ${storeId} and id = ${d.id}`
