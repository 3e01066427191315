import type { Tx } from '../../../platform/database.ts'
import type { PointResult } from '../domain/instance.ts'

export type AuditPoint = PointResult & { readonly zh: string; readonly en: string }
export type AuditData = { id: string; at: Date; personName: string; orderId: string; orderNumber: string; plate: string; advisorId: string; advisorName: string; appointed: boolean; points: AuditPoint[]; failed: number }

export type CarToAudit = { orderId: string; orderNumber: string; plate: string; advisorId: string; advisorName: string; arrivedAt: Date; appointed: boolean; lastAuditAt: Date | null }

/** Cars that came in this span and were not audited today: first those of the advisor whose last audit is longest ago. */
export const carsToAudit = (tx: Tx, storeId: string, { from, until, day }: { from: Date; until: Date; day: string }) => tx.all<CarToAudit>`
  select o.id as order_id, o.number as order_number, o.plate, o.advisor_id, o.advisor_name, o.arrived_at,
    exists (select from appointments.v_appointment a where a.store_id = o.store_id and a.plate = o.plate and a.status = 'booked' and a.at >= ${from} and a.at < ${until}) as appointed,
    last.at as last_audit_at
  from repair_orders.v_order o
  left join lateral (select a.at from duties.audit a where a.store_id = o.store_id and a.advisor_id = o.advisor_id order by a.id desc limit 1) last on true
  where o.store_id = ${storeId} and o.arrived_at >= ${from} and o.arrived_at < ${until} and o.status not in ('quoted', 'cancelled')
    and not exists (select from duties.audit d where d.store_id = o.store_id and d.order_id = o.id and d.day = ${day})
  order by last.at nulls first, o.arrived_at limit 200`

export const auditsOfDay = (tx: Tx, storeId: string, day: string) => tx.all<AuditData>`
  select id, at, person_name, order_id, order_number, plate, advisor_id, advisor_name, appointed, points, failed from duties.audit where store_id = ${storeId} and day = ${day} order by id desc limit 200`

/** Answers 0 when this car was audited today already. */
export const insertAudit = (tx: Tx, storeId: string, a: AuditData & { day: string; personId: string }) => tx.run`
  insert into duties.audit (store_id, id, at, day, person_id, person_name, order_id, order_number, plate, advisor_id, advisor_name, appointed, points, failed)
  values (${storeId}, ${a.id}, ${a.at}, ${a.day}, ${a.personId}, ${a.personName}, ${a.orderId}, ${a.orderNumber}, ${a.plate}, ${a.advisorId}, ${a.advisorName}, ${a.appointed}, ${JSON.stringify(a.points)}::jsonb, ${a.failed})
  on conflict do nothing`

export type FindingData = { auditId: string; at: Date; plate: string; advisorId: string; advisorName: string; point: string; zh: string; en: string; note: string }

/** Points that failed at an advisor's last audit which judged them: one that passes later closes it. All advisors, or one. */
export const openFindings = (tx: Tx, storeId: string, advisorId: string | null, since: Date) => tx.all<FindingData>`
  select audit_id, at, plate, advisor_id, advisor_name, point, zh, en, note from (
    select distinct on (a.advisor_id, p ->> 'point') a.id as audit_id, a.at, a.plate, a.advisor_id, a.advisor_name, p ->> 'point' as point, p ->> 'zh' as zh, p ->> 'en' as en, p ->> 'note' as note, p ->> 'result' as result
    from duties.audit a cross join lateral jsonb_array_elements(a.points) p
    where a.store_id = ${storeId} and (${advisorId}::uuid is null or a.advisor_id = ${advisorId}) and a.at >= ${since} and p ->> 'result' <> 'none'
    order by a.advisor_id, p ->> 'point', a.id desc
  ) last where result = 'fail' order by at desc limit 100`

/** How often each point passed and failed since a day: where the desk is weak. */
export const pointTrend = (tx: Tx, storeId: string, since: string) => tx.all<{ point: string; zh: string; en: string; passed: number; failed: number }>`
  select p ->> 'point' as point, max(p ->> 'zh') as zh, max(p ->> 'en') as en, count(*) filter (where p ->> 'result' = 'pass') as passed, count(*) filter (where p ->> 'result' = 'fail') as failed
  from duties.audit a cross join lateral jsonb_array_elements(a.points) p where a.store_id = ${storeId} and a.day >= ${since} group by 1 order by failed desc, 1`
