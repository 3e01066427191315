import { sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { Family, SumName } from '../domain/figures.ts'
import { dayOf, groupOf, ofTeam, orderOf, teamOf, workOfBooking, type Scope } from './scope.ts'

export type Counted = { key: string; name: string } & Partial<Record<SumName, number>>

/** By the team of the advisor who led the car. */
const led = (scope: Scope, at: Sql): Sql => teamOf(scope, sql`o.advisor_id`, at)

const milliseconds = (span: Sql): Sql => sql`(date_part('epoch', upper(${span}) - lower(${span})) * 1000)::bigint`

/** Who came and who left: by the day of arrival, and by the day of delivery. */
const visits = (tx: Tx, scope: Scope) => tx.all<Counted>`
  select key::text, max(name) as name, sum(arrived) as arrived, sum(same_day) as same_day, sum(delivered) as delivered, sum(promised) as promised, sum(on_time) as on_time, sum(stay)::bigint as stay_milliseconds from (
    select ${groupOf(scope, dayOf(scope, sql`o.arrived_at`))}, 1 as arrived, 0 as delivered, 0 as promised, 0 as on_time, 0 as stay,
      case when o.status = 'delivered' and ${dayOf(scope, sql`o.closed_at`)} = ${dayOf(scope, sql`o.arrived_at`)} then 1 else 0 end as same_day
    from repair_orders.v_visit o ${led(scope, sql`o.arrived_at`)} where o.store_id = ${scope.storeId} and o.arrived_at >= ${scope.from} and o.arrived_at < ${scope.until}
    union all
    select ${groupOf(scope, dayOf(scope, sql`o.closed_at`))}, 0, 1, (o.promised_at is not null)::integer, coalesce(o.closed_at <= o.promised_at, false)::integer, (date_part('epoch', o.closed_at - o.arrived_at) * 1000)::bigint, 0
    from repair_orders.v_visit o ${led(scope, sql`o.closed_at`)} where o.store_id = ${scope.storeId} and o.closed_at >= ${scope.from} and o.closed_at < ${scope.until} and o.status = 'delivered'
  ) r group by key`

/** Statements on their day; one that was reversed is taken off on the day of its reversal, so that a past month stays as it was. */
const money = (tx: Tx, scope: Scope) => tx.all<Counted>`
  select key::text, max(name) as name, sum(output)::bigint as output_fen, sum(allowance)::bigint as allowance_fen from (
    select ${groupOf(scope, sql`s.day`)}, s.total_fen as output, s.allowance_fen as allowance
    from settlement.v_statement s ${orderOf(scope, sql`s`)} ${led(scope, sql`s.at`)} where s.store_id = ${scope.storeId} and s.day between ${scope.fromDay} and ${scope.toDay}
    union all
    select ${groupOf(scope, dayOf(scope, sql`s.reversed_at`))}, -s.total_fen, -s.allowance_fen
    from settlement.v_statement s ${orderOf(scope, sql`s`)} ${led(scope, sql`s.reversed_at`)} where s.store_id = ${scope.storeId} and s.reversed_at >= ${scope.from} and s.reversed_at < ${scope.until}
  ) r group by key`

/**
 * The standard hours of jobs on the day they were finished, the clocks on the day they stopped, and the technicians' attendance on the day they left: that belongs to no order, nor does the time a bay was in use.
 * The lines of the jobs and the jobs of the clocks are asked for all at once, which reads an index along instead of entering it once for each; they meet in full joins, which are hashed whatever the planner
 * takes their number for (in a nested loop of four thousand by four thousand a month took two seconds in a database of twenty stores). A car has many clocks, so they are added up before it is looked at; whose team asks for the moment of each.
 */
const time = (tx: Tx, scope: Scope) => tx.all<Counted>`
  with done as materialized (
    select j.store_id, j.order_id, j.line_id, ${dayOf(scope, sql`j.finished_at`)} as day, ${ofTeam(scope, sql`j.technician_id`, sql`j.finished_at`)}
    from workshop.v_finished_job j where j.store_id = ${scope.storeId} and j.finished_at >= ${scope.from} and j.finished_at < ${scope.until}
  ), ran as materialized (
    select c.store_id, c.order_id, c.job_id, ${dayOf(scope, sql`c.stopped_at`)} as day, ${ofTeam(scope, sql`c.person_id`, sql`c.stopped_at`)}, tstzrange(c.started_at, c.stopped_at) as span
    from workshop.v_clock c where c.store_id = ${scope.storeId} and c.stopped_at >= ${scope.from} and c.stopped_at < ${scope.until}
  )
  select key::text, max(name) as name, sum(sold)::bigint as sold_milliseconds, sum(worked)::bigint as worked_milliseconds, sum(attended)::bigint as attended_milliseconds, sum(occupied)::bigint as bay_milliseconds from (
    select ${groupOf(scope, sql`t.day`)}, t.sold, t.worked, t.attended, t.occupied from (
      select store_id, order_id, day, person_id, at, sum(sold) as sold, sum(worked) as worked, sum(attended) as attended, sum(occupied) as occupied from (
        select d.store_id, d.order_id, d.day, d.person_id, d.at, l.quantity_thousandths * 3600 as sold, 0::bigint as worked, 0::bigint as attended, 0::bigint as occupied
        from done d full join (select id, quantity_thousandths from repair_orders.v_line where store_id = ${scope.storeId} and id = any(array(select line_id from done))) l on l.id = d.line_id
        union all
        select store_id, order_id, day, person_id, at, 0, ${milliseconds(sql`span`)}, 0, 0 from ran
        union all
        select a.store_id, null, ${dayOf(scope, sql`a.left_at`)}, ${ofTeam(scope, sql`a.person_id`, sql`a.left_at`)}, 0, 0, ${milliseconds(sql`tstzrange(a.came_at, a.left_at)`)}, 0
        from attendance.v_attended a where a.store_id = ${scope.storeId} and a.left_at >= ${scope.from} and a.left_at < ${scope.until}
        union all
        select b.store_id, null, b.day, null, null, 0, 0, 0, ${milliseconds(sql`b.span`)} from (
          select r.store_id, r.day, unnest(range_agg(r.span) filter (where j.bay <> '')) as span
          from ran r full join (select id, bay from workshop.v_work where store_id = ${scope.storeId} and id = any(array(select job_id from ran))) j on j.id = r.job_id group by r.store_id, r.day, j.bay
        ) b
      ) e group by 1, 2, 3, 4, 5
    ) t ${orderOf(scope, sql`t`, 'left')} ${teamOf(scope, sql`t.person_id`, sql`t.at`)}
  ) r group by key`

/** Whose work was inspected: of the technicians whose clocks ran on the car `i`, the last one before. */
export const inspectedWorkOf: Sql = sql`(select w.person_id from workshop.v_clock w where w.store_id = i.store_id and w.order_id = i.order_id and w.stopped_at <= i.at order by w.stopped_at desc limit 1)`

/** Final inspections, and cars that came back for what was repaired before: one is counted once, on the day it was first said. */
const quality = (tx: Tx, scope: Scope) => tx.all<Counted>`
  select key::text, max(name) as name, sum(inspected) as inspected, sum(failed) as failed, sum(back) as came_back from (
    select ${groupOf(scope, dayOf(scope, sql`i.at`))}, 1 as inspected, (i.result = 'failed')::integer as failed, 0 as back from workshop.v_inspection i ${orderOf(scope, sql`i`)} ${teamOf(scope, inspectedWorkOf, sql`i.at`)}
    where i.store_id = ${scope.storeId} and i.at >= ${scope.from} and i.at < ${scope.until}
    union all
    select ${groupOf(scope, dayOf(scope, sql`c.at`))}, 0, 0, 1 from (
      select store_id, order_id, min(proposed_at) as at from quality.v_comeback where store_id = ${scope.storeId} group by 1, 2
    ) c ${orderOf(scope, sql`c`)} ${led(scope, sql`c.at`)} where c.at >= ${scope.from} and c.at < ${scope.until}
  ) r group by key`

/** Minutes before and after the appointed moment that still count as kept: those of the appointments' own board. */
export type Tolerance = { readonly before: number; readonly after: number }

/** Bookings on their day, each with the visit of its plate on that day. */
const appointments = (tx: Tx, scope: Scope, tolerance: Tolerance) => tx.all<Counted>`
  with visits as (
    select distinct on (plate, day) plate, day, arrived_at from (
      select v.plate, ${dayOf(scope, sql`v.arrived_at`)} as day, v.arrived_at from repair_orders.v_visit v where v.store_id = ${scope.storeId} and v.arrived_at >= ${scope.from} and v.arrived_at < ${scope.until}
    ) a order by plate, day, arrived_at
  )
  select key::text, max(name) as name, count(*) as booked, count(arrived_at) as came,
    count(*) filter (where arrived_at between at - make_interval(mins => ${tolerance.before}) and at + make_interval(mins => ${tolerance.after})) as kept from (
    select ${groupOf(scope, dayOf(scope, sql`o.at`), workOfBooking)}, o.at, v.arrived_at
    from appointments.v_booking o left join visits v on v.plate = o.plate and v.day = ${dayOf(scope, sql`o.at`)} ${led(scope, sql`o.at`)}
    where o.store_id = ${scope.storeId} and o.at >= ${scope.from} and o.at < ${scope.until}
  ) r group by key`

/** Part lines of cars on the day they were delivered; short is what had to be asked of purchasing. */
const parts = (tx: Tx, scope: Scope) => tx.all<Counted>`
  select key::text, max(name) as name, sum(asked)::bigint as part_lines, sum(short)::bigint as short_lines, count(*) filter (where short > 0) as short_visits from (
    select ${groupOf(scope, dayOf(scope, sql`o.closed_at`))},
      (select count(*) from repair_orders.v_line l where l.store_id = o.store_id and l.order_id = o.id and l.kind = 'part') as asked,
      (select count(distinct r.line_id) from purchasing.v_request r where r.store_id = o.store_id and r.order_id = o.id) as short
    from repair_orders.v_visit o ${led(scope, sql`o.closed_at`)} where o.store_id = ${scope.storeId} and o.closed_at >= ${scope.from} and o.closed_at < ${scope.until} and o.status = 'delivered'
  ) r group by key`

/** A complaint may name no order: it stands in a group without a name, so that the groups add up to the whole. */
const care = (tx: Tx, scope: Scope) => tx.all<Counted>`
  select key::text, max(name) as name, sum(reached) as reached, sum(satisfied) as satisfied, sum(complained) as complaints, sum(in_time) as answered_in_time from (
    select ${groupOf(scope, dayOf(scope, sql`c.at`))}, 1 as reached, c.satisfied::integer as satisfied, 0 as complained, 0 as in_time
    from care.v_reached c ${orderOf(scope, sql`c`)} ${led(scope, sql`c.at`)} where c.store_id = ${scope.storeId} and c.at >= ${scope.from} and c.at < ${scope.until}
    union all
    select ${groupOf(scope, dayOf(scope, sql`c.opened_at`))}, 0, 0, 1, c.in_time::integer
    from care.v_complaint c ${orderOf(scope, sql`c`, 'left')} ${led(scope, sql`c.opened_at`)} where c.store_id = ${scope.storeId} and c.opened_at >= ${scope.from} and c.opened_at < ${scope.until}
  ) r group by key`

/** One query per family; a sum that a row lacks is none. */
export const countings: Readonly<Record<Family, (tx: Tx, scope: Scope, tolerance: Tolerance) => Promise<Counted[]>>> = { visits, money, time, quality, appointments, parts, care }
