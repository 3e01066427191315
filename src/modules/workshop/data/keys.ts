import type { Tx } from '../../../platform/database.ts'
import type { KeyPlace } from '../domain/keys.ts'

export type KeyMoveData = { id: string; orderId: string; number: number; at: Date; personId: string; personName: string; place: KeyPlace; note: string }

export const keyTags = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<{ orderId: string; keyTag: string }>`
  select order_id, key_tag from repair_orders.v_key where store_id = ${storeId} and order_id = any(${orderIds}::uuid[])`

/** The last move of each key. */
export const lastMoves = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<KeyMoveData>`
  select distinct on (order_id) id, order_id, number, at, person_id, person_name, place, note
  from workshop.key_move where store_id = ${storeId} and order_id = any(${orderIds}::uuid[]) order by order_id, number desc`

export const movesOf = (tx: Tx, storeId: string, orderId: string) => tx.all<KeyMoveData>`
  select id, order_id, number, at, person_id, person_name, place, note
  from workshop.key_move where store_id = ${storeId} and order_id = ${orderId} order by number desc limit 200`

export const insertMove = (tx: Tx, storeId: string, move: KeyMoveData) => tx.run`
  insert into workshop.key_move (store_id, id, order_id, number, at, person_id, person_name, place, note)
  values (${storeId}, ${move.id}, ${move.orderId}, ${move.number}, ${move.at}, ${move.personId}, ${move.personName}, ${move.place}, ${move.note})`

/** Written for the demo store: the keys of cars in work hang in the workshop, or are with who works on them. */
export const fillKeys = (tx: Tx, storeId: string) => tx.run`
  insert into workshop.key_move (store_id, id, order_id, number, at, person_id, person_name, place, note)
  select distinct on (order_id) store_id, platform.id_at(dispatched_at), order_id, 1, dispatched_at, technician_id, technician_name,
    case when status = 'running' then 'technician' else 'workshop' end, case when status = 'running' then technician_name else '' end
  from workshop.job where store_id = ${storeId} and finished_at is null order by order_id, status <> 'running'`
