import type { Tx } from '../../../platform/database.ts'

export const findGreeting = (tx: Tx, storeId: string, orderId: string) => tx.maybe<{ at: Date; personName: string }>`
  select at, person_name from repair_orders.greeting where store_id = ${storeId} and order_id = ${orderId}`

/** Answers 0 when somebody was faster. */
export const insertGreeting = (tx: Tx, storeId: string, g: { orderId: string; at: Date; personId: string; personName: string }) => tx.run`
  insert into repair_orders.greeting (store_id, order_id, at, person_id, person_name) values (${storeId}, ${g.orderId}, ${g.at}, ${g.personId}, ${g.personName}) on conflict do nothing`

/** Whether the customer said with his yes that he waits in the house, and who took him to the lounge by the last mark that stands; `marks`: how many were made, with those taken back. */
export const findLounge = (tx: Tx, storeId: string, orderId: string) => tx.maybe<{ waits: boolean; marks: number; at: Date | null; personName: string | null }>`
  select coalesce((a.snapshot #>> '{choices,waits}')::boolean, false) as waits, l.at, l.person_name,
    (select count(*)::int from repair_orders.lounge m where m.store_id = a.store_id and m.order_id = a.order_id) as marks
  from repair_orders.authorisation a left join repair_orders.v_lounge l on l.store_id = a.store_id and l.order_id = a.order_id
  where a.store_id = ${storeId} and a.order_id = ${orderId} and a.number = 1`

/** Answers 0 when somebody was faster. */
export const insertLounge = (tx: Tx, storeId: string, l: { orderId: string; number: number; at: Date; personId: string; personName: string }) => tx.run`
  insert into repair_orders.lounge (store_id, order_id, number, at, person_id, person_name) values (${storeId}, ${l.orderId}, ${l.number}, ${l.at}, ${l.personId}, ${l.personName}) on conflict do nothing`

/** Answers 0 when somebody was faster. */
export const insertLoungeBack = (tx: Tx, storeId: string, b: { orderId: string; number: number; at: Date; personId: string; personName: string; reason: string }) => tx.run`
  insert into repair_orders.lounge_back (store_id, order_id, number, at, person_id, person_name, reason)
  values (${storeId}, ${b.orderId}, ${b.number}, ${b.at}, ${b.personId}, ${b.personName}, ${b.reason}) on conflict do nothing`

export type GreetedData = { personName: string; cars: number; inTarget: number; meanSeconds: number }

/** By who met the cars that came between two moments: those he met, in time, and the mean wait. */
export const greetedBetween = (tx: Tx, storeId: string, from: Date, until: Date, targetMinutes: number) => tx.all<GreetedData>`
  with met as (
    select coalesce(g.person_name, r.person_name) as person_name, greatest(0, extract(epoch from coalesce(g.at, r.received_at) - o.arrived_at)) as seconds
    from repair_orders.repair_order o
    left join repair_orders.greeting g on g.store_id = o.store_id and g.order_id = o.id
    left join repair_orders.reception r on r.store_id = o.store_id and r.order_id = o.id
    where o.store_id = ${storeId} and o.arrived_at >= ${from} and o.arrived_at < ${until}
  )
  select person_name, count(*) as cars, count(*) filter (where seconds < ${(targetMinutes + 1) * 60}) as in_target, round(avg(seconds))::integer as mean_seconds
  from met where person_name is not null group by person_name order by person_name limit 200`

/** A written history (the demo store): most customers were met at once, some waited until somebody had time; two in a hundred were met with the reception. */
export const fillGreetings = (tx: Tx, storeId: string) => tx.run`
  insert into repair_orders.greeting (store_id, order_id, at, person_id, person_name)
  select o.store_id, o.id, least(r.received_at, o.arrived_at + make_interval(secs => 20 + abs(hashtext(o.id::text)) % case when abs(hashtext(o.plate)) % 6 = 0 then 420 else 190 end)), o.advisor_id, o.advisor_name
  from repair_orders.repair_order o join repair_orders.reception r on r.store_id = o.store_id and r.order_id = o.id
  where o.store_id = ${storeId} and abs(hashtext(o.number)) % 50 > 0 on conflict do nothing`
