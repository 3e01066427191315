import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { BehindList } from '../domain/figures.ts'
import { inspectedWorkOf, type Tolerance } from './figures.ts'
import { dayOf, ofNoTeam, orderFilter, orderOf, teamFilter, teamOf, workOfBooking, type Scope } from './scope.ts'

/** One record behind a number. `met` is whether it counts for the figure; null where nothing is judged. */
export type BehindData = {
  id: string; orderId: string | null; number: string; plate: string; personName: string; at: Date; amountFen: number | null; minutes: number | null; met: boolean | null; note: string; /** Where its words have an English name. */ noteEn: string | null
}

export type Page = { readonly after: string | null; readonly limit: number }

const within = (column: Sql, { from, until }: Scope): Sql => sql`${column} >= ${from} and ${column} < ${until}`
const visitColumns = sql`o.id, o.id as order_id, o.number, o.plate, o.advisor_name as person_name`
const own = (scope: Scope, row: Sql): Sql => sql`where ${row}.store_id = ${scope.storeId} ${teamFilter(scope)}`
/** Of whoever led the car, that only the records of his team are listed where one is asked for. */
const led = (scope: Scope, at: Sql): Sql => teamOf(scope, sql`o.advisor_id`, at)
/** The order is wanted in any case, for its number and plate. */
const theOrder = (scope: Scope, row: Sql, kind: Sql = empty): Sql => sql`${kind} join repair_orders.v_visit o on o.store_id = ${row}.store_id and o.id = ${row}.order_id ${orderFilter(scope)}`

/** What belongs to no order is listed too. */
const wide = ({ advisorId, work }: Scope): boolean => advisorId === undefined && work === undefined

const rowsOf: Readonly<Record<BehindList, (scope: Scope, tolerance: Tolerance) => Sql>> = {
  deliveries: (scope) => sql`
    select ${visitColumns}, o.closed_at as at, null::bigint as amount_fen, (extract(epoch from o.closed_at - o.arrived_at) / 60)::integer as minutes, o.closed_at <= o.promised_at as met, '' as note, null as note_en
    from repair_orders.v_visit o ${led(scope, sql`o.closed_at`)} ${own(scope, sql`o`)} and ${within(sql`o.closed_at`, scope)} and o.status = 'delivered' ${orderFilter(scope)}`,
  arrivals: (scope) => sql`
    select ${visitColumns}, o.arrived_at as at, null::bigint as amount_fen, null::integer as minutes,
      o.status = 'delivered' and ${dayOf(scope, sql`o.closed_at`)} = ${dayOf(scope, sql`o.arrived_at`)} as met, '' as note, null as note_en
    from repair_orders.v_visit o ${led(scope, sql`o.arrived_at`)} ${own(scope, sql`o`)} and ${within(sql`o.arrived_at`, scope)} ${orderFilter(scope)}`,
  statements: (scope) => sql`
    select s.id, s.order_id, s.number, s.plate, s.person_name, s.at,
      s.total_fen * ((s.day between ${scope.fromDay} and ${scope.toDay})::integer - coalesce(${within(sql`s.reversed_at`, scope)}, false)::integer) as amount_fen, null::integer as minutes,
      case when ${within(sql`s.reversed_at`, scope)} then false end as met, coalesce(s.allowance_reason, '') as note, null as note_en
    from settlement.v_statement s ${orderOf(scope, sql`s`)} ${led(scope, sql`case when s.day between ${scope.fromDay} and ${scope.toDay} then s.at else s.reversed_at end`)} ${own(scope, sql`s`)} and (s.day between ${scope.fromDay} and ${scope.toDay} or ${within(sql`s.reversed_at`, scope)}) ${scope.payer === undefined ? empty : sql`and s.payer = ${scope.payer}`}`,
  allowances: (scope) => sql`
    select s.id, s.order_id, s.number, s.plate, s.person_name, s.at,
      s.allowance_fen * ((s.day between ${scope.fromDay} and ${scope.toDay})::integer - coalesce(${within(sql`s.reversed_at`, scope)}, false)::integer) as amount_fen, null::integer as minutes,
      case when ${within(sql`s.reversed_at`, scope)} then false end as met, coalesce(s.allowance_reason, '') as note, null as note_en
    from settlement.v_statement s ${orderOf(scope, sql`s`)} ${led(scope, sql`case when s.day between ${scope.fromDay} and ${scope.toDay} then s.at else s.reversed_at end`)} ${own(scope, sql`s`)} and (s.day between ${scope.fromDay} and ${scope.toDay} or ${within(sql`s.reversed_at`, scope)}) and s.allowance_fen > 0`,
  bookings: (scope, tolerance) => sql`
    select o.id, v.id as order_id, o.number, o.plate, o.advisor_name as person_name, o.at, null::bigint as amount_fen, null::integer as minutes,
      coalesce(v.arrived_at between o.at - make_interval(mins => ${tolerance.before}) and o.at + make_interval(mins => ${tolerance.after}), false) as met, o.customer_name as note, null as note_en
    from appointments.v_booking o left join lateral (select v.id, v.arrived_at from repair_orders.v_visit v where v.store_id = o.store_id and v.plate = o.plate
      and ${dayOf(scope, sql`v.arrived_at`)} = ${dayOf(scope, sql`o.at`)} order by v.arrived_at limit 1) v on true
    ${led(scope, sql`o.at`)} ${own(scope, sql`o`)} and ${within(sql`o.at`, scope)} ${orderFilter(scope, workOfBooking)}`,
  jobs: (scope) => sql`
    select j.id, j.order_id, o.number, o.plate, j.technician_name as person_name, j.finished_at as at, null::bigint as amount_fen, (l.quantity_thousandths * 0.06)::integer as minutes,
      l.quantity_thousandths * 3600 >= w.worked as met, l.code || ' ' || l.name_zh || ' · ' || coalesce(round(w.worked / 60000), 0)::text || ' min' as note, l.code || ' ' || l.name_en || ' · ' || coalesce(round(w.worked / 60000), 0)::text || ' min' as note_en
    from workshop.v_finished_job j ${theOrder(scope, sql`j`)} join repair_orders.v_line l on l.store_id = j.store_id and l.id = j.line_id
    left join lateral (select sum(extract(epoch from c.stopped_at - c.started_at) * 1000) as worked from workshop.v_clock c where c.store_id = j.store_id and c.job_id = j.id and c.stopped_at is not null) w on true
    ${teamOf(scope, sql`j.technician_id`, sql`j.finished_at`)} ${own(scope, sql`j`)} and ${within(sql`j.finished_at`, scope)}`,
  attendance: (scope) => sql`
    select a.id, null::uuid as order_id, '' as number, '' as plate, a.person_name, a.left_at as at, null::bigint as amount_fen, (extract(epoch from a.left_at - a.came_at) / 60)::integer as minutes, null::boolean as met, '' as note, null as note_en
    from attendance.v_attended a ${theOrder(scope, sql`a`, wide(scope) ? sql`left` : empty)} ${teamOf(scope, sql`a.person_id`, sql`a.left_at`)} ${own(scope, sql`a`)} and ${within(sql`a.left_at`, scope)}`,
  bays: (scope) => sql`
    select b.id, b.of_order as order_id, v.number, v.plate, b.person_name, b.stopped_at as at, null::bigint as amount_fen, (extract(epoch from b.stopped_at - b.started_at) / 60)::integer as minutes, null::boolean as met, b.bay as note, null as note_en
    from workshop.v_bay_time b join repair_orders.v_visit v on v.store_id = b.store_id and v.id = b.of_order ${orderOf(scope, sql`b`, wide(scope) ? 'left' : 'inner')} ${ofNoTeam(scope)} ${own(scope, sql`b`)} and ${within(sql`b.stopped_at`, scope)}`,
  comebacks: (scope) => sql`
    select c.id, c.order_id, o.number, o.plate, c.proposed_by_name as person_name, c.proposed_at as at, null::bigint as amount_fen, null::integer as minutes, null::boolean as met, c.words as note, null as note_en
    from quality.v_comeback c ${theOrder(scope, sql`c`)} ${led(scope, sql`c.proposed_at`)} ${own(scope, sql`c`)} and ${within(sql`c.proposed_at`, scope)}`,
  inspections: (scope) => sql`
    select i.id, i.order_id, o.number, o.plate, i.inspector_name as person_name, i.at, null::bigint as amount_fen, null::integer as minutes, i.result = 'passed' as met, i.reason as note, null as note_en
    from workshop.v_inspection i ${theOrder(scope, sql`i`)} ${teamOf(scope, inspectedWorkOf, sql`i.at`)} ${own(scope, sql`i`)} and ${within(sql`i.at`, scope)}`,
  shortages: (scope) => sql`
    select r.id, r.order_id, r.number, r.plate, r.advisor_name as person_name, r.asked_at as at, null::bigint as amount_fen, null::integer as minutes, false as met, r.part_number || ' ' || r.name_zh as note, r.part_number || ' ' || r.name_en as note_en
    from repair_orders.v_visit o join purchasing.v_request r on r.store_id = o.store_id and r.order_id = o.id
    ${led(scope, sql`o.closed_at`)} ${own(scope, sql`o`)} and ${within(sql`o.closed_at`, scope)} and o.status = 'delivered' ${orderFilter(scope)}`,
  calls: (scope) => sql`
    select c.id, c.order_id, o.number, o.plate, c.person_name, c.at, null::bigint as amount_fen, null::integer as minutes, c.satisfied as met, c.words as note, null as note_en
    from care.v_reached c ${theOrder(scope, sql`c`)} ${led(scope, sql`c.at`)} ${own(scope, sql`c`)} and ${within(sql`c.at`, scope)}`,
  complaints: (scope) => sql`
    select c.id, c.order_id, c.number, c.plate, coalesce(o.advisor_name, '') as person_name, c.opened_at as at, null::bigint as amount_fen, null::integer as minutes, c.in_time as met, c.words as note, null as note_en
    from care.v_complaint c ${theOrder(scope, sql`c`, wide(scope) ? sql`left` : empty)} ${led(scope, sql`c.opened_at`)} ${own(scope, sql`c`)} and ${within(sql`c.opened_at`, scope)}`,
  'in-shop': (scope) => sql`
    select ${visitColumns}, o.arrived_at as at, null::bigint as amount_fen, null::integer as minutes, null::boolean as met, o.owner_name as note, null as note_en
    from repair_orders.v_visit o ${led(scope, sql`greatest(o.arrived_at, ${scope.from})`)} ${own(scope, sql`o`)} and o.arrived_at < ${scope.until} and (o.closed_at is null or o.closed_at >= ${scope.until}) ${orderFilter(scope)}`,
  'asked-parts': (scope) => sql`
    select r.id, r.order_id, r.number, r.plate, r.advisor_name as person_name, r.asked_at as at, null::bigint as amount_fen, null::integer as minutes, null::boolean as met, r.part_number || ' ' || r.name_zh as note, r.part_number || ' ' || r.name_en as note_en
    from purchasing.v_request r ${orderOf(scope, sql`r`)} ${led(scope, sql`r.asked_at`)} ${own(scope, sql`r`)} and ${within(sql`r.asked_at`, scope)}`,
  receipts: (scope) => sql`
    select p.id, p.order_id, p.number, p.plate, p.person_name, p.at, p.amount_fen, null::integer as minutes, null::boolean as met, p.reference as note, null as note_en
    from settlement.v_payment p ${orderOf(scope, sql`p`)} ${led(scope, sql`p.at`)} ${own(scope, sql`p`)} and p.day between ${scope.fromDay} and ${scope.toDay} ${scope.way === undefined ? empty : sql`and p.way = ${scope.way}`}`,
}

/** The newest first, page by page. */
export const listBehind = (tx: Tx, list: BehindList, scope: Scope, tolerance: Tolerance, { after, limit }: Page) => tx.all<BehindData>`
  select id, order_id, number, plate, person_name, at, amount_fen, minutes, met, note, note_en from (${rowsOf[list](scope, tolerance)}) r ${after === null ? empty : sql`where id < ${after}`} order by id desc limit ${limit}`
