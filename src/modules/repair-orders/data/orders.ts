import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { Purpose, Status } from '../domain/life.ts'

export type OrderData = {
  id: string; number: string; status: Status; plate: string; purpose: Purpose; concern: string; advisorId: string; advisorName: string
  arrivedAt: Date | null; promisedAt: Date | null; closedAt: Date | null; closedReason: string | null; version: number
  vehicleId: string | null; ownerId: string | null; ownerName: string; modelName: string; insurerName: string; totalFen: number; pickUpCode: string | null
  /** The last day on which a quote's prices hold, and whom to call about it; null and empty for a car that came without one. */
  quotedUntil: string | null; quotedPhone: string
  /** Added work that waits for its price or for the customer. */
  openAddedWork: number
}

const columns = sql`id, number, status, plate, purpose, concern, advisor_id, advisor_name, arrived_at, promised_at, closed_at, closed_reason, version,
  vehicle_id, owner_id, owner_name, model_name, insurer_name, total_fen, pick_up_code, quoted_until, quoted_phone, open_added_work`

export type NewOrder = Pick<OrderData, 'id' | 'number' | 'status' | 'plate' | 'purpose' | 'concern' | 'advisorId' | 'advisorName' | 'arrivedAt'> & Partial<Pick<OrderData, 'quotedUntil' | 'quotedPhone'>>

export type StepData = {
  id: string; orderId: string; fromStatus: Status | null; toStatus: Status; at: Date; personId: string; personName: string; reason: string
}

const stepColumns = sql`store_id, id, order_id, from_status, to_status, at, person_id, person_name, reason`

/** The order with the first step of its history. */
export const insertOrder = (tx: Tx, storeId: string, order: NewOrder, step: StepData) => tx.run`
  with ordered as (
    insert into repair_orders.repair_order
      (store_id, id, number, status, plate, purpose, concern, advisor_id, advisor_name, arrived_at, quoted_until, quoted_phone)
    values (${storeId}, ${order.id}, ${order.number}, ${order.status}, ${order.plate}, ${order.purpose}, ${order.concern},
      ${order.advisorId}, ${order.advisorName}, ${order.arrivedAt}, ${order.quotedUntil ?? null}, ${order.quotedPhone ?? ''})
    returning store_id, id
  )
  insert into repair_orders.step (${stepColumns})
  select store_id, ${step.id}, id, ${step.fromStatus}, ${step.toStatus}, ${step.at}, ${step.personId}, ${step.personName}, ${step.reason} from ordered`

/** The order stays locked until the transaction ends; whoever comes second sees the new version. */
export const lockOrder = (tx: Tx, storeId: string, orderId: string) => tx.maybe<OrderData>`
  select ${columns} from repair_orders.repair_order where store_id = ${storeId} and id = ${orderId} for update`

export const findOrder = (tx: Tx, storeId: string, orderId: string) => tx.maybe<OrderData>`
  select ${columns} from repair_orders.repair_order where store_id = ${storeId} and id = ${orderId}`

export const ordersOf = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<OrderData>`
  select ${columns} from repair_orders.repair_order where store_id = ${storeId} and id = any(${orderIds})`

export const findOpenVisit = (tx: Tx, storeId: string, plate: string) => tx.maybe<{ number: string }>`
  select number from repair_orders.repair_order where store_id = ${storeId} and plate = ${plate} and closed_at is null and status <> 'quoted'`

/** The moment at which the car of a quote came; the status is moved by moveOrder. */
export const arrive = (tx: Tx, storeId: string, orderId: string, at: Date) => tx.run`
  update repair_orders.repair_order set arrived_at = ${at} where store_id = ${storeId} and id = ${orderId}`

/** The new status and its step in one statement. Answers 0 when the version is no longer the one that was seen, and then nothing happened. */
export const changeStatus = (tx: Tx, storeId: string, version: number, step: StepData, closed: { at: Date | null; reason: string | null }) => tx.run`
  with moved as (
    update repair_orders.repair_order
    set status = ${step.toStatus}, closed_at = ${closed.at}, closed_reason = ${closed.reason}, version = version + 1
    where store_id = ${storeId} and id = ${step.orderId} and version = ${version}
    returning store_id, id
  )
  insert into repair_orders.step (${stepColumns})
  select store_id, ${step.id}, id, ${step.fromStatus}, ${step.toStatus}, ${step.at}, ${step.personId}, ${step.personName}, ${step.reason} from moved`

export const listSteps = (tx: Tx, storeId: string, orderId: string) => tx.all<StepData>`
  select id, order_id, from_status, to_status, at, person_id, person_name, reason
  from repair_orders.step where store_id = ${storeId} and order_id = ${orderId} order by id`

export type OrderGroup = 'quoted' | 'open' | 'arrived' | 'in-shop' | 'ready' | 'closed'

const inGroup = (group: OrderGroup): Sql => ({
  quoted: sql`closed_at is null and status = 'quoted'`,
  open: sql`closed_at is null and status <> 'quoted'`,
  arrived: sql`closed_at is null and status in ('arrived', 'received', 'estimated')`,
  'in-shop': sql`closed_at is null and status in ('authorised', 'in_work', 'in_inspection')`,
  ready: sql`closed_at is null and status in ('ready', 'settled')`,
  closed: sql`status in ('delivered', 'cancelled')`,
})[group]

export type OrderFilter = { group: OrderGroup; advisorId: string | null; /** Tail of plate or number, or first letters of the owner's name. */ find: { readonly sign: string; readonly owner: string } | null; after: string | null; limit: number }

/** By the last places of plate or number; plain ranges, as an index under row security wants them. */
const bySign = (find: string): Sql => {
  const tail = [...find].toReversed().join('')
  const end = `${tail}\u{10ffff}`
  return sql`((plate_tail >= ${tail} and plate_tail < ${end}) or (number_tail >= ${tail} and number_tail < ${end}))`
}

/** The newest orders whose plate or number ends so, open or closed. */
export const ordersBySign = (tx: Tx, storeId: string, find: string, limit: number) => tx.all<OrderData>`
  select ${columns} from repair_orders.repair_order where store_id = ${storeId} and ${bySign(find)} order by id desc limit ${limit}`

/** Ids are made in the order of time, so newest first is a walk backwards along the key. */
export const listOrders = (tx: Tx, storeId: string, { group, advisorId, find, after, limit }: OrderFilter) => tx.all<OrderData>`
  select ${columns} from repair_orders.repair_order
  where store_id = ${storeId} and ${inGroup(group)}
  ${advisorId === null ? empty : sql`and advisor_id = ${advisorId}`}
  ${find === null ? empty : sql`and (${bySign(find.sign)} or (owner_name >= ${find.owner} and owner_name < ${find.owner} || chr(1114109)))`}
  ${after === null ? empty : sql`and id < ${after}`}
  order by id desc limit ${limit}`

export const giveTo = (tx: Tx, storeId: string, orderId: string, advisor: { id: string; name: string }) => tx.run`
  update repair_orders.repair_order set advisor_id = ${advisor.id}, advisor_name = ${advisor.name}, version = version + 1 where store_id = ${storeId} and id = ${orderId}`

/** Only open orders are counted: their partial index is small however old the store is. */
export const countOpen = (tx: Tx, storeId: string) => tx.one<{ quoted: number; open: number; arrived: number; inShop: number; ready: number }>`
  select count(*) filter (where status = 'quoted') as quoted, count(*) filter (where status <> 'quoted') as open,
    count(*) filter (where status in ('arrived', 'received', 'estimated')) as arrived,
    count(*) filter (where status in ('authorised', 'in_work', 'in_inspection')) as in_shop,
    count(*) filter (where status in ('ready', 'settled')) as ready
  from repair_orders.repair_order where store_id = ${storeId} and closed_at is null`

/** The last maintenance of a car that was delivered, by its reception. */
export const lastMaintenance = (tx: Tx, storeId: string, vehicleId: string, butOrderId: string) => tx.maybe<{ km: number; receivedAt: Date }>`
  select r.mileage_km as km, r.received_at from repair_orders.repair_order o join repair_orders.reception r on r.store_id = o.store_id and r.order_id = o.id
  where o.store_id = ${storeId} and o.vehicle_id = ${vehicleId} and o.id <> ${butOrderId} and o.purpose = 'maintenance' and o.status = 'delivered' order by o.id desc limit 1`

/** Numbers of the open orders an advisor looks after, oldest first. */
export const openOrdersOfAdvisor = async (tx: Tx, storeId: string, advisorId: string): Promise<string[]> => (await tx.all<{ number: string }>`
  select number from repair_orders.repair_order where store_id = ${storeId} and closed_at is null and advisor_id = ${advisorId} order by id limit 100`).map(({ number }) => number)

/** Open orders in some statuses, the earliest promise first: the lists of workshop, store and till. */
export const ordersInStatus = (tx: Tx, storeId: string, statuses: readonly Status[]) => tx.all<OrderData>`
  select ${columns} from repair_orders.repair_order
  where store_id = ${storeId} and closed_at is null and status = any(${statuses})
  order by promised_at nulls last, id limit 300`

/** For other modules: cars promised since a moment that were not ready in time: still in work past their promise, or delivered after it. */
export const latePromises = (tx: Tx, storeId: string, since: Date, now: Date) => tx.all<{ id: string; number: string; plate: string; advisorName: string }>`
  select id, number, plate, advisor_name from (
    select id, number, plate, advisor_name, promised_at from repair_orders.repair_order where store_id = ${storeId} and closed_at is null and status in ('authorised', 'in_work', 'in_inspection')
    union all
    select id, number, plate, advisor_name, promised_at from repair_orders.repair_order where store_id = ${storeId} and closed_at >= ${since} and status = 'delivered' and closed_at > promised_at
  ) late where promised_at >= ${since} and promised_at < ${now} order by promised_at, id limit 20`
