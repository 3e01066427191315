import type { Tx } from '../../../platform/database.ts'

export type CallCause = 'recall' | 'service-due' | 'recommendation' | 'other'
export type CallResult = 'booked' | 'later' | 'refused' | 'no-answer'
export type CallRow = { plate: string; cause: CallCause; detail: string; detailEn: string; lastCallAt: Date | null; lastResult: CallResult | null }

/**
 * Cars with an open recall, due for service by their reminder, or with work that was refused once; not in the shop, not booked, not called in
 * the last days, and, but for a recall, not here since. Recalls first, then those due longest.
 */
export const worthCalling = (tx: Tx, storeId: string, { today, dueFrom, dueUntil, since, now }: { today: string; dueFrom: string; dueUntil: string; since: Date; now: Date }) => tx.all<CallRow>`
  with due as (
    select o.plate, 'service-due' as cause, n.next_service_on::text as detail, n.next_service_on::text as detail_en, o.arrived_at as seen_at, n.next_service_on as place
    from settlement.v_next_service n join repair_orders.v_order o on o.store_id = n.store_id and o.id = n.order_id
    where n.store_id = ${storeId} and n.next_service_on between ${dueFrom} and ${dueUntil}
    order by n.next_service_on limit 400
  ), recommended as (
    select r.plate, 'recommendation' as cause, r.findings as detail, r.findings as detail_en, r.decided_at as seen_at, (r.decided_at)::date as place
    from repair_orders.v_recommendation r where r.store_id = ${storeId} order by r.id desc limit 100
  ), recalled as (
    select k.plate, 'recall' as cause, k.code || ' ' || k.title_zh as detail, k.code || ' ' || k.title_en as detail_en, 'infinity'::timestamptz as seen_at, k.from_day as place
    from campaigns.v_open k where k.store_id = ${storeId} and k.kind = 'recall' and k.from_day <= ${today} and (k.until_day is null or k.until_day >= ${today}) limit 400
  ), worth as (
    select distinct on (plate) plate, cause, detail, detail_en, seen_at, place from (select * from recalled union all select * from due union all select * from recommended) c
    order by plate, (cause = 'recall') desc, cause desc
  )
  select w.plate, w.cause, w.detail, w.detail_en, l.at as last_call_at, l.result as last_result
  from worth w
  left join lateral (select c.at, c.result from appointments.call c where c.store_id = ${storeId} and c.plate = w.plate order by c.id desc limit 1) l on true
  where (l.at is null or l.at < ${since})
    and not exists (select from repair_orders.v_order o where o.store_id = ${storeId} and o.plate = w.plate and (o.closed_at is null or o.arrived_at > w.seen_at))
    and not exists (select from appointments.appointment a where a.store_id = ${storeId} and a.plate = w.plate and a.status = 'booked' and a.at > ${now})
  order by (w.cause = 'recall') desc, w.place limit 60`

/** Whose car it is; of a plate that went from one car to another the younger one counts. */
export const ownersOf = (tx: Tx, storeId: string, plates: readonly string[]) => tx.all<{ plate: string; ownerId: string }>`
  select distinct on (plate) plate, owner_id from vehicles.v_car where store_id = ${storeId} and plate = any(${plates}::text[]) and owner_id is not null order by plate, id desc`

export const insertCall = (tx: Tx, storeId: string, c: { id: string; at: Date; personId: string; personName: string; plate: string; cause: CallCause; result: CallResult; note: string }) => tx.run`
  insert into appointments.call (store_id, id, at, person_id, person_name, plate, cause, result, note)
  values (${storeId}, ${c.id}, ${c.at}, ${c.personId}, ${c.personName}, ${c.plate}, ${c.cause}, ${c.result}, ${c.note})`
