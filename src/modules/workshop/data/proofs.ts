import { firstIdAt } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database.ts'
import { allOf, type Proof, type ProofQuestion, type Proofs } from '../../../platform/proof.ts'

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

/** Duties that the workshop proves. */
export const workshopProofs: Proofs = { 'SAD-1.7.1': keyHandedOver, 'WSS-2.2': spotChecked, 'WSS-2.3': looked, 'WSS-2.6': graded, 'MTL-1.4': clean }
