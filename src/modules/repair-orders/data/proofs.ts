import { firstIdAt } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database.ts'
import { allOf, noneLeft, type Proof, type Proofs, type ProofQuestion } from '../../../platform/proof.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import { oddMileages } from '../../vehicles/public.ts'
import { greetingTarget } from '../domain/greeting.ts'

const desk = '/repair-orders'

/** A step cannot be passed without it, so all that passed had it: the figure is how many cars did. */
const step = (status: string): Proof => ({
  settles: 'when-met', page: desk,
  evaluate: async (tx: Tx, { storeId, from, until }: ProofQuestion) => {
    const { count } = await tx.one<{ count: number }>`
      select count(*) from repair_orders.step where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)} and to_status = ${status}`
    return allOf(count, count)
  },
})

/** Prices that deviate from their rule and that nobody decided on: of all lines, or of the parts that one payer pays. */
const deviations = (payer: Payer | null): Proof => ({
  settles: 'at-deadline', page: '/approvals',
  evaluate: async (tx, { storeId }) => noneLeft((await tx.all<{ orderId: string }>`
    select distinct l.order_id from repair_orders.line l join repair_orders.repair_order o on o.store_id = l.store_id and o.id = l.order_id
    where l.store_id = ${storeId} and o.closed_at is null and l.deviation_reason is not null and l.approved_by is null and l.refused_by_name is null
      and (${payer}::text is null or (l.payer = ${payer} and l.kind = 'part')) limit 100`).map(({ orderId }) => `${desk}/${orderId}`)),
})
const openDeviations = deviations(null)

/** Cars past their promise that are not ready. */
const lateCars: Proof = {
  settles: 'at-deadline', page: '/workshop',
  evaluate: async (tx, { storeId, until }) => noneLeft((await tx.all<{ id: string }>`
    select id from repair_orders.repair_order where store_id = ${storeId} and closed_at is null and status in ('authorised', 'in_work', 'in_inspection') and promised_at < ${until} order by id limit 100`).map(({ id }) => `${desk}/${id}`)),
}

/** The customer's answer to this finding: it is there, or nobody works on it. */
const answered: Proof = {
  settles: 'when-met', page: desk,
  evaluate: async (tx, { storeId, subjectId }) => {
    const work = await tx.maybe<{ orderId: string; status: string }>`select order_id, status from repair_orders.added_work where store_id = ${storeId} and id = ${subjectId}`
    const over = work !== null && work.status !== 'found' && work.status !== 'priced'
    return { met: over, figure: over ? 1 : 0, target: 1, references: work === null ? [] : [`${desk}/${work.orderId}`] }
  },
}

/** Part numbers nobody was sure of, on estimates that the customer has not signed. */
const unsureParts: Proof = {
  settles: 'at-deadline', page: '/purchase-requests',
  evaluate: async (tx, { storeId }) => noneLeft((await tx.all<{ orderId: string }>`
    select distinct l.order_id from repair_orders.line l join repair_orders.repair_order o on o.store_id = l.store_id and o.id = l.order_id
    where l.store_id = ${storeId} and l.unclear is not null and l.confirmed_at is null and o.closed_at is null limit 100`).map(({ orderId }) => `${desk}/${orderId}`)),
}

/** First promises that were made with the load of the shop in sight. */
const promisedByLoad: Proof = {
  settles: 'when-met', page: desk,
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, every } = await tx.one<{ had: number; every: number }>`
      select count(earliest_at) as had, count(*) as every from repair_orders.authorisation where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)} and number = 1`
    return allOf(had, every)
  },
}

/** Of his turns at the door, those he checked in for, and of the cars that came in them, those that were met in time. */
const metAtTheDoor: Proof = {
  settles: 'at-deadline', page: '/rosters',
  evaluate: async (tx, { storeId, from, until, holderId }) => {
    const { had, every } = await tx.one<{ had: number; every: number }>`
      with turns as (
        select starts_at, ends_at, checked_in_at from rosters.v_greeting where store_id = ${storeId} and person_id = ${holderId}
          and day between (${from}::timestamptz - interval '1 day')::date and (${until}::timestamptz + interval '1 day')::date and starts_at >= ${from} and ends_at <= ${until}
      ), cars as (
        select coalesce(g.at, r.received_at) - o.arrived_at as waited from turns t
        join repair_orders.repair_order o on o.store_id = ${storeId} and o.arrived_at >= t.starts_at and o.arrived_at < t.ends_at
        left join repair_orders.greeting g on g.store_id = o.store_id and g.order_id = o.id left join repair_orders.reception r on r.store_id = o.store_id and r.order_id = o.id
      )
      select (select count(checked_in_at) from turns) + (select count(*) from cars where waited < make_interval(mins => ${greetingTarget + 1})) as had, (select count(*) from turns) + (select count(*) from cars) as every`
    return allOf(had, every)
  },
}

/** Cars that the warranty clerk took in himself: where many come at once he helps at the door (WCL-4.1). */
const receivedByClerk: Proof = {
  settles: 'when-met', page: desk,
  evaluate: async (tx, { storeId, from, until }) => {
    const { count } = await tx.one<{ count: number }>`
      select count(*) from repair_orders.step s where s.store_id = ${storeId} and s.id >= ${firstIdAt(from)} and s.id < ${firstIdAt(until)} and s.to_status = 'received'
        and s.person_id in (select person_id from organisation.v_staff where store_id = ${storeId} and position = 'WCL')`
    return allOf(count, count)
  },
}

/** Of the customers who said with their yes that they wait in the house, how many were taken to the lounge (SAD-1.6). */
const takenToLounge: Proof = {
  settles: 'at-deadline', page: desk,
  evaluate: async (tx, { storeId, from, until }) => {
    const waiting = await tx.all<{ orderId: string; taken: boolean }>`
      select a.order_id, l.at is not null as taken from repair_orders.authorisation a left join repair_orders.v_lounge l on l.store_id = a.store_id and l.order_id = a.order_id
      where a.store_id = ${storeId} and a.id >= ${firstIdAt(from)} and a.id < ${firstIdAt(until)} and a.number = 1 and (a.snapshot #>> '{choices,waits}')::boolean`
    const left = waiting.filter(({ taken }) => !taken)
    return { ...allOf(waiting.length - left.length, waiting.length), references: left.map(({ orderId }) => `${desk}/${orderId}`).slice(0, 20) }
  },
}

/** Of the cars that came for maintenance, how many have a mileage that their history makes plausible, or that was read again at the car (WCL-2.1). */
const mileageAudited: Proof = {
  settles: 'at-deadline', page: '/vehicles',
  evaluate: async (tx, { storeId, from, until }) => {
    const cars = (await tx.all<{ vehicleId: string }>`
      select distinct o.vehicle_id from repair_orders.step s join repair_orders.repair_order o on o.store_id = s.store_id and o.id = s.order_id
      where s.store_id = ${storeId} and s.id >= ${firstIdAt(from)} and s.id < ${firstIdAt(until)} and s.to_status = 'received' and o.purpose = 'maintenance' and o.vehicle_id is not null`).map(({ vehicleId }) => vehicleId)
    const odd = await oddMileages(tx, storeId, cars, from, until)
    return { ...allOf(cars.length - odd.length, cars.length), references: odd.map((id) => `/vehicles/${id}`).slice(0, 20) }
  },
}

/** Duties that the repair order proves. */
export const repairOrderProofs: Proofs = {
  'SAD-4.1': metAtTheDoor, 'SAD-1.2': step('received'), 'SAD-1.3': step('received'), 'SAD-1.4.1': step('received'), 'SAD-4.2': step('received'),
  'SAD-1.4.2': step('estimated'), 'SAD-1.4.3': step('estimated'), 'SAD-1.4.5': step('estimated'),
  'PPL-4.3': unsureParts, 'SAD-1.4.4': promisedByLoad,
  'SAD-1.5.1': step('authorised'), 'SAD-1.5.2': step('authorised'), 'SAD-1.5.3': step('authorised'),
  'SAD-1.7.2': lateCars, 'SAD-1.7.3': answered, 'WSS-2.1': lateCars,
  'STM-4.10': openDeviations, 'FDS-2.10': openDeviations, 'WSS-2.9': openDeviations, 'PPL-4.1': deviations('customer'), 'PPL-4.2': deviations('insurer'), 'PTS-2.2': openDeviations, 'SAD-1.6': takenToLounge, 'WCL-2.1': mileageAudited, 'WCL-4.1': receivedByClerk,
}
