import { sql, type Tx } from '../../../platform/database.ts'
import type { RequestKind, RequestState } from '../domain/request.ts'

export type RequestData = {
  id: string; kind: RequestKind; statementId: string; paymentId: string | null; amountFen: number; at: Date; personId: string; personName: string; reason: string
  state: RequestState; decidedByName: string | null; decisionReason: string | null; version: number
}
/** With what it is about, for the inbox. */
export type ShownRequest = RequestData & { orderId: string; orderNumber: string; plate: string; statementNumber: string }

const columns = sql`r.id, r.kind, r.statement_id, r.payment_id, r.amount_fen, r.at, r.person_id, r.person_name, r.reason, r.state, r.decided_by_name, r.decision_reason, r.version`
const shown = sql`${columns}, s.order_id, s.order_number, s.plate, s.number as statement_number`
const joined = sql`settlement.request r join settlement.statement s on s.store_id = r.store_id and s.id = r.statement_id`

export const openRequests = (tx: Tx, storeId: string, limit: number) => tx.all<ShownRequest>`
  select ${shown} from ${joined} where r.store_id = ${storeId} and r.state = 'asked' order by r.id limit ${limit}`

export const requestsOf = (tx: Tx, storeId: string, personId: string, limit: number) => tx.all<ShownRequest>`
  select ${shown} from ${joined} where r.store_id = ${storeId} and r.person_id = ${personId} order by r.id desc limit ${limit}`

export const lockRequest = (tx: Tx, storeId: string, id: string) => tx.maybe<RequestData>`
  select ${columns} from settlement.request r where r.store_id = ${storeId} and r.id = ${id} for update`

/** Answers 0 when the same is asked for already. */
export const insertRequest = (tx: Tx, storeId: string, r: Pick<RequestData, 'id' | 'kind' | 'statementId' | 'paymentId' | 'amountFen' | 'at' | 'personId' | 'personName' | 'reason'>) => tx.run`
  insert into settlement.request (store_id, id, kind, statement_id, payment_id, amount_fen, at, person_id, person_name, reason)
  values (${storeId}, ${r.id}, ${r.kind}, ${r.statementId}, ${r.paymentId}, ${r.amountFen}, ${r.at}, ${r.personId}, ${r.personName}, ${r.reason})
  on conflict (store_id, statement_id, coalesce(payment_id, statement_id)) where state = 'asked' do nothing`

export const decideRequest = (tx: Tx, storeId: string, d: { id: string; state: RequestState; at: Date; by: string; byName: string; reason: string }) => tx.run`
  update settlement.request set state = ${d.state}, decided_at = ${d.at}, decided_by = ${d.by}, decided_by_name = ${d.byName}, decision_reason = ${d.reason}, version = version + 1
  where store_id = ${storeId} and id = ${d.id}`
