import type { Tx } from '../../../platform/database.ts'

export type AppointmentFilling = { readonly now: Date; readonly days: number; readonly storeCode: string; readonly timeZone: string }

/**
 * A written history (the demo store): about a third of the cars that came had an appointment, most kept it; some who were booked did not
 * come; and the next days are booked. The same visits, the same appointments.
 */
export const fillAppointments = (tx: Tx, storeId: string, { now, days, storeCode, timeZone, opens }: AppointmentFilling & { /** Nobody has an appointment before it. */ readonly opens: string }) => tx.run`
  with visits as (
    select o.*, abs(hashtext(o.number)) as lot from repair_orders.v_order o where o.store_id = ${storeId} and o.arrived_at is not null and o.owner_name <> ''
  ), kept as (
    select plate, owner_name, purpose, advisor_id, advisor_name, lot,
      greatest(date_bin('30 minutes', arrived_at, '2026-01-01') + make_interval(mins => case lot % 10 when 0 then 60 when 1 then -30 else 0 end), ((arrived_at at time zone ${timeZone})::date + ${opens}::time) at time zone ${timeZone}) as at
    from visits where lot % 3 = 0 and arrived_at < ${now}
  ), missed as (
    select plate, owner_name, purpose, advisor_id, advisor_name, lot, date_bin('30 minutes', arrived_at, '2026-01-01') + interval '3 days' as at
    from visits where lot % 14 = 1 and arrived_at < ${now}::timestamptz - interval '4 days' and closed_at is not null
  ), ahead as (
    select plate, owner_name, purpose, advisor_id, advisor_name, lot,
      ((${now}::timestamptz at time zone ${timeZone})::date + ((row_number() over (order by id))::integer % 4)) + time '08:30' + make_interval(mins => 30 * (lot % 15)) as wall
    from (select distinct on (plate) * from visits where closed_at is not null and lot % 5 = 2 order by plate, id desc) v limit ${days * 2}
  ), wanted as (
    select * from kept union all select * from missed
    union all select plate, owner_name, purpose, advisor_id, advisor_name, lot, wall at time zone ${timeZone} from ahead
  ), numbered as (
    select w.*, row_number() over (order by w.at, w.plate) as number from wanted w
  )
  insert into appointments.appointment (store_id, id, number, status, at, minutes, kind, plate, customer_name, phone, purpose, advisor_id, advisor_name, made_at, made_by_name, confirmed_at, confirmed_by_name)
  select ${storeId}, gen_random_uuid(), 'AP-' || ${storeCode}::text || '-' || to_char(at, 'YYMMDD') || '-' || lpad(number::text, 4, '0'), 'booked', at,
    case purpose when 'maintenance' then 60 when 'accessories' then 60 when 'warranty' then 90 else 120 end,
    case purpose when 'maintenance' then 'maintenance' when 'accessories' then 'maintenance' when 'accident' then 'body' else 'repair' end,
    plate, owner_name, '199' || lpad((lot % 100000000)::text, 8, '0'), purpose, advisor_id, advisor_name, at - interval '2 days', advisor_name,
    case when lot % 2 = 0 then at - interval '1 day' end, case when lot % 2 = 0 then advisor_name end
  from numbered on conflict do nothing`

/** The board was confirmed on most mornings, and the advisors made their calls. */
export const fillDesk = (tx: Tx, storeId: string, { now, days, timeZone }: AppointmentFilling) => tx.run`
  with days as (
    select d::date as day, (d::date + time '08:10') at time zone ${timeZone} as morning from generate_series((${now}::timestamptz at time zone ${timeZone})::date - ${days}::integer, (${now}::timestamptz at time zone ${timeZone})::date - 1, interval '1 day') d
  ), advisors as (
    select s.person_id, s.name from organisation.v_staff s where s.store_id = ${storeId} and s.position = 'SAD'
  ), supervisor as (
    select s.person_id, s.name from organisation.v_staff s where s.store_id = ${storeId} and s.position = 'FDS' order by s.name limit 1
  ), confirmed as (
    insert into appointments.board_confirmation (store_id, day, at, person_id, person_name, booked)
    select ${storeId}, day, morning, person_id, name, 20 from days, supervisor where abs(hashtext(day::text)) % 8 > 0 on conflict do nothing
  )
  insert into appointments.call (store_id, id, at, person_id, person_name, plate, cause, result)
  select ${storeId}, platform.id_at(at), at, person_id, name, plate, 'other', case lot % 4 when 0 then 'booked' when 1 then 'later' when 2 then 'refused' else 'no-answer' end
  from (select a.person_id, a.name, abs(hashtext(a.person_id::text || d.day::text)) as lot, d.morning + make_interval(mins => 120 + abs(hashtext(a.person_id::text || d.day::text)) % 300) as at,
      (select plate from repair_orders.v_order o where o.store_id = ${storeId} order by o.id limit 1) as plate from days d, advisors a) c
  where lot % 9 > 0 and plate is not null`
