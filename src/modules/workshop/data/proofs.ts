import { firstIdAt, momentOfId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database.ts'
import { allOf, noneLeft, type Doer, type Proof, type ProofQuestion, type Proofs } from '../../../platform/proof.ts'
import { presetClosingWork } from '../domain/closing-work.ts'
import { isDelayed } from '../domain/hand-over.ts'
import { hoursUnexplained } from '../domain/waits.ts'
import { findSetting } from './setting.ts'

/** Cars that went on from the inspection, and how many of them were inspected. */
const inspectedCars = (tx: Tx, { storeId, from, until }: ProofQuestion) => tx.one<{ had: number; all: number }>`
  select count(*) filter (where exists (select from workshop.inspection i where i.store_id = s.store_id and i.order_id = s.order_id and i.result = 'passed')) as had, count(*) as all
  from repair_orders.v_step s where s.store_id = ${storeId} and s.id >= ${firstIdAt(from)} and s.id < ${firstIdAt(until)} and s.to_status = 'ready'`

/** Jobs of which the team's check is asked for, finished in the time: how many were looked at by now. */
const teamChecks = (tx: Tx, { storeId, from, until }: ProofQuestion) => tx.one<{ had: number; all: number }>`
  select count(*) filter (where team_check = 'passed') as had, count(*) as all from workshop.job where store_id = ${storeId} and team_check is not null and finished_at >= ${from} and finished_at < ${until}`

/** No car goes on without its final inspection, and no job without the look of its team where that is asked for. */
const looked: Proof = {
  settles: 'at-deadline', page: '/workshop',
  evaluate: async (tx, question) => {
    const [final, team] = [await inspectedCars(tx, question), await teamChecks(tx, question)]
    return allOf(final.had + team.had, final.all + team.all)
  },
}

/** Cars come clean from the bay (A or B), and the team looked at the work. */
const clean: Proof = {
  settles: 'at-deadline', page: '/workshop',
  evaluate: async (tx, question) => {
    const { storeId, from, until } = question
    const grades = await tx.one<{ had: number; all: number }>`
      select count(*) filter (where cleanliness <> 'C') as had, count(*) as all from workshop.inspection where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}`
    const team = await teamChecks(tx, question)
    return allOf(grades.had + team.had, grades.all + team.all)
  },
}

/** Technicians who finished work that asks for a team check, and how many of them were looked at at least once. */
const spotChecked: Proof = {
  settles: 'at-deadline', page: '/workshop',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(*) filter (where seen) as had, count(*) as all from (
        select j.technician_id, bool_or(exists (select from workshop.job_check c where c.store_id = j.store_id and c.job_id = j.id and c.level = 2)) as seen
        from workshop.job j where j.store_id = ${storeId} and j.team_check is not null and j.finished_at >= ${from} and j.finished_at < ${until} group by j.technician_id) r`
    return allOf(had, all)
  },
}

/** Inspections, each with its grade of cleanliness. */
const graded: Proof = {
  settles: 'at-deadline', page: '/workshop',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(cleanliness) as had, count(*) as all from workshop.inspection where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}`
    return allOf(had, all)
  },
}

/** Cars that were authorised, and how many of their keys left the reception. */
const keyHandedOver: Proof = {
  settles: 'at-deadline', page: '/workshop-board',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(*) filter (where exists (select from workshop.key_move k where k.store_id = s.store_id and k.order_id = s.order_id and k.place <> 'reception')) as had, count(*) as all
      from repair_orders.v_step s where s.store_id = ${storeId} and s.id >= ${firstIdAt(from)} and s.id < ${firstIdAt(until)} and s.to_status = 'authorised'`
    return allOf(had, all)
  },
}

const pageOf = (orderId: string): string => `/repair-orders/${orderId}`
const unexplainedBefore = (until: Date): Date => new Date(until.getTime() - hoursUnexplained * 3_600_000)

/** Cars held over: their work has stood still for two days, and nobody wrote a word about them in the time of the duty. */
const heldOverFollowed: Proof = {
  settles: 'at-deadline', page: '/workshop-board',
  evaluate: async (tx, { storeId, from, until }) => {
    const left = await tx.all<{ orderId: string }>`
      select distinct j.order_id from workshop.job j
      left join lateral (select max(c.stopped_at) as since from workshop.clock c where c.store_id = j.store_id and c.order_id = j.order_id and c.job_id = j.id) c on true
      where j.store_id = ${storeId} and j.status = 'paused' and coalesce(c.since, j.dispatched_at) < ${unexplainedBefore(until)}
        and not exists (select from workshop.wait_note n where n.store_id = j.store_id and n.job_id = j.id and n.at >= ${from} and n.at <= ${until}) limit 100`
    const doers = await tx.all<Doer>`select distinct person_id as id, person_name as name from workshop.wait_note where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}`
    return noneLeft(left.map(({ orderId }) => pageOf(orderId)), doers)
  },
}

/** Accident cars that idle: authorised or in work, but nobody works on them, no station has them planned, and no wait of less than two days, or one explained since, says why. */
const noneIdle: Proof = {
  settles: 'at-deadline', page: '/workshop-board',
  evaluate: async (tx, { storeId, until }) => noneLeft((await tx.all<{ orderId: string }>`
    select o.id as order_id from repair_orders.v_order o
    where o.store_id = ${storeId} and o.closed_at is null and o.purpose = 'accident' and o.status in ('authorised', 'in_work')
      and not exists (
        select from workshop.job j left join lateral (select max(c.stopped_at) as since from workshop.clock c where c.store_id = j.store_id and c.order_id = j.order_id and c.job_id = j.id) c on true
        where j.store_id = o.store_id and j.order_id = o.id and (j.status = 'running' or (j.status = 'dispatched' and (j.planned_end is null or j.planned_end > ${until}))
          or (j.status = 'paused' and (coalesce(c.since, j.dispatched_at) >= ${unexplainedBefore(until)} or exists (
            select from workshop.wait_note n where n.store_id = j.store_id and n.job_id = j.id and n.at >= ${unexplainedBefore(until)}))))) limit 100`).map(({ orderId }) => pageOf(orderId))),
}

/** Of the cars whose customer said yes, how many went over to the workshop without delay, by their key and the store's own figure (FDS-5.1). */
const handedOverInTime: Proof = {
  settles: 'at-deadline', page: '/workshop-board',
  evaluate: async (tx, { storeId, from, until }) => {
    const cars = await tx.all<{ id: string; orderId: string; handedOverAt: Date | null }>`
      select s.id, s.order_id, (select min(k.at) from workshop.key_move k where k.store_id = s.store_id and k.order_id = s.order_id and k.place <> 'reception') as handed_over_at
      from repair_orders.v_step s where s.store_id = ${storeId} and s.id >= ${firstIdAt(from)} and s.id < ${firstIdAt(until)} and s.to_status = 'authorised'`
    const { handOverMinutes: minutes } = await findSetting(tx, storeId) ?? presetClosingWork
    const late = cars.filter(({ id, handedOverAt }) => isDelayed({ authorisedAt: momentOfId(id), handedOverAt, now: until, minutes }))
    return { ...allOf(cars.length - late.length, cars.length), references: late.map(({ orderId }) => pageOf(orderId)).slice(0, 20) }
  },
}

/** Duties that the workshop proves. */
export const workshopProofs: Proofs = { 'SAD-1.7.1': keyHandedOver, 'WSS-2.2': spotChecked, 'WSS-2.3': looked, 'WSS-2.6': graded, 'MTL-1.4': clean, 'STM-4.4': heldOverFollowed, 'INS-1.1': noneIdle, 'FDS-5.1': handedOverInTime }
