import { sql, type Tx } from '../../../platform/database.ts'
import type { Purpose } from '../../repair-orders/domain/life.ts'
import type { WorkKind } from '../domain/slots.ts'

export type AppointmentData = {
  id: string; number: string; status: 'booked' | 'cancelled'; at: Date; minutes: number; kind: WorkKind; plate: string; customerName: string; phone: string; purpose: Purpose; concern: string; wishedParts: string
  courtesyCar: boolean; advisorId: string; advisorName: string; madeAt: Date; madeByName: string; confirmedAt: Date | null; confirmedByName: string | null; reason: string; version: number
}

const columns = sql`a.id, a.number, a.status, a.at, a.minutes, a.kind, a.plate, a.customer_name, a.phone, a.purpose, a.concern, a.wished_parts, a.courtesy_car, a.advisor_id, a.advisor_name, a.made_at, a.made_by_name,
  a.confirmed_at, a.confirmed_by_name, a.reason, a.version`

/** Between two moments, each with the visit of its plate in that span, how much the maker still wants done on the car, and the courtesy car booked for it. */
export const appointmentsBetween = (tx: Tx, storeId: string, from: Date, until: Date) => tx.all<AppointmentData & { orderId: string | null; arrivedAt: Date | null; openCampaigns: number; courtesyPlate: string | null }>`
  select ${columns}, v.id as order_id, v.arrived_at, (select count(*) from campaigns.v_open k where k.store_id = a.store_id and k.plate = a.plate) as open_campaigns,
    (select b.plate from courtesy_cars.v_booked b where b.store_id = a.store_id and b.appointment_id = a.id limit 1) as courtesy_plate from appointments.appointment a
  left join lateral (select o.id, o.arrived_at from repair_orders.v_order o
    where o.store_id = a.store_id and o.plate = a.plate and o.arrived_at >= ${from} and o.arrived_at < ${until} order by o.arrived_at limit 1) v on true
  where a.store_id = ${storeId} and a.at >= ${from} and a.at < ${until} order by a.at, a.id limit 500`

/** Locked until the deed ends. */
export const lockAppointment = (tx: Tx, storeId: string, appointmentId: string) => tx.maybe<AppointmentData>`
  select ${columns} from appointments.appointment a where a.store_id = ${storeId} and a.id = ${appointmentId} for update`

/** Booked on a day, but for one that is about to move. */
export const bookedOn = (tx: Tx, storeId: string, from: Date, until: Date, but: string | null) => tx.all<{ at: Date; minutes: number; kind: WorkKind; plate: string }>`
  select at, minutes, kind, plate from appointments.appointment where store_id = ${storeId} and status = 'booked' and at >= ${from} and at < ${until} and id is distinct from ${but}`

export type CapacityData = { kind: WorkKind; bays: number; version: number }

export const capacities = (tx: Tx, storeId: string) => tx.all<CapacityData>`select kind, bays, version from appointments.capacity where store_id = ${storeId}`

/** Whoever books waits for whoever books: of two who take the last bay, or the last pair of hands, one gets it. */
export const lockCapacities = async (tx: Tx, storeId: string, preset: Readonly<Record<WorkKind, number>>): Promise<CapacityData[]> => {
  await tx.run`insert into appointments.capacity (store_id, kind, bays) select ${storeId}, key, value::integer from jsonb_each_text(${JSON.stringify(preset)}::jsonb) on conflict do nothing`
  return tx.all<CapacityData>`select kind, bays, version from appointments.capacity where store_id = ${storeId} order by kind for update`
}

export const setBays = (tx: Tx, storeId: string, kind: WorkKind, bays: number) => tx.run`update appointments.capacity set bays = ${bays}, version = version + 1 where store_id = ${storeId} and kind = ${kind}`

export const isBooked = async (tx: Tx, storeId: string, plate: string, from: Date, until: Date, but: string | null): Promise<boolean> => (await tx.maybe<{ id: string }>`
  select id from appointments.appointment where store_id = ${storeId} and plate = ${plate} and status = 'booked' and at >= ${from} and at < ${until} and id is distinct from ${but} limit 1`) !== null

export type NewAppointment = Omit<AppointmentData, 'status' | 'confirmedAt' | 'confirmedByName' | 'reason' | 'version'>

export const insertAppointment = (tx: Tx, storeId: string, a: NewAppointment) => tx.run`
  insert into appointments.appointment (store_id, id, number, status, at, minutes, kind, plate, customer_name, phone, purpose, concern, wished_parts, courtesy_car, advisor_id, advisor_name, made_at, made_by_name)
  values (${storeId}, ${a.id}, ${a.number}, 'booked', ${a.at}, ${a.minutes}, ${a.kind}, ${a.plate}, ${a.customerName}, ${a.phone}, ${a.purpose}, ${a.concern}, ${a.wishedParts}, ${a.courtesyCar},
    ${a.advisorId}, ${a.advisorName}, ${a.madeAt}, ${a.madeByName})`

export const moveTo = (tx: Tx, storeId: string, appointmentId: string, at: Date, minutes: number) => tx.run`
  update appointments.appointment set at = ${at}, minutes = ${minutes}, confirmed_at = null, confirmed_by_name = null, version = version + 1 where store_id = ${storeId} and id = ${appointmentId}`

export const markCancelled = (tx: Tx, storeId: string, appointmentId: string, reason: string) => tx.run`
  update appointments.appointment set status = 'cancelled', reason = ${reason}, version = version + 1 where store_id = ${storeId} and id = ${appointmentId}`

export const markConfirmed = (tx: Tx, storeId: string, appointmentId: string, at: Date, byName: string) => tx.run`
  update appointments.appointment set confirmed_at = ${at}, confirmed_by_name = ${byName}, version = version + 1 where store_id = ${storeId} and id = ${appointmentId}`

export const findBoardConfirmation = (tx: Tx, storeId: string, day: string) => tx.maybe<{ at: Date; personName: string }>`
  select at, person_name from appointments.board_confirmation where store_id = ${storeId} and day = ${day}`

/** Answers 0 when somebody was faster. */
export const insertBoardConfirmation = (tx: Tx, storeId: string, c: { day: string; at: Date; personId: string; personName: string; booked: number }) => tx.run`
  insert into appointments.board_confirmation (store_id, day, at, person_id, person_name, booked) values (${storeId}, ${c.day}, ${c.at}, ${c.personId}, ${c.personName}, ${c.booked}) on conflict do nothing`

export type FigureData = { advisorName: string; booked: number; came: number; kept: number; noShow: number; arrivals: number }

/** By advisor: booked, came on that day, came in time, did not come; and all cars that he registered. Tolerances in minutes. */
export const figures = (tx: Tx, storeId: string, from: Date, until: Date, timeZone: string, tolerance: { before: number; after: number }) => tx.all<FigureData>`
  with booked as (
    select a.advisor_name, a.at, v.arrived_at from appointments.appointment a
    left join lateral (select o.arrived_at from repair_orders.v_order o where o.store_id = a.store_id and o.plate = a.plate
      and (o.arrived_at at time zone ${timeZone})::date = (a.at at time zone ${timeZone})::date order by o.arrived_at limit 1) v on true
    where a.store_id = ${storeId} and a.at >= ${from} and a.at < ${until} and a.status = 'booked'
  ), by_booking as (
    select advisor_name, count(*) as booked, count(arrived_at) as came,
      count(*) filter (where arrived_at between at - make_interval(mins => ${tolerance.before}) and at + make_interval(mins => ${tolerance.after})) as kept,
      count(*) filter (where arrived_at is null) as no_show
    from booked group by advisor_name
  ), by_arrival as (
    select advisor_name, count(*) as arrivals from repair_orders.v_order where store_id = ${storeId} and arrived_at >= ${from} and arrived_at < ${until} group by advisor_name
  )
  select coalesce(b.advisor_name, r.advisor_name) as advisor_name, coalesce(b.booked, 0) as booked, coalesce(b.came, 0) as came, coalesce(b.kept, 0) as kept, coalesce(b.no_show, 0) as no_show, coalesce(r.arrivals, 0) as arrivals
  from by_booking b full join by_arrival r on r.advisor_name = b.advisor_name order by 1`
