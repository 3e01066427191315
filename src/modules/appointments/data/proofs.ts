import { firstIdAt } from '../../../kernel/ids.ts'
import { allOf, type Doer, type Proof, type Proofs } from '../../../platform/proof.ts'

const page = '/appointments'

/** The day's board was confirmed. */
const boardConfirmed: Proof = {
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, { storeId, from, until }) => {
    const doers = await tx.all<Doer>`select person_id as id, person_name as name from appointments.board_confirmation where store_id = ${storeId} and at >= ${from} and at <= ${until}`
    return { met: doers.length > 0, figure: doers.length, target: 1, references: [page], doers }
  },
}

/** Advisors of the store, and how many of them called somebody in that time. */
const everyAdvisorCalled: Proof = {
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, { storeId, from, until }) => {
    const { advisors, callers } = await tx.one<{ advisors: number; callers: number }>`
      select (select count(distinct person_id) from organisation.v_staff where store_id = ${storeId} and position = 'SAD') as advisors,
        (select count(distinct c.person_id) from appointments.call c join organisation.v_staff s on s.store_id = c.store_id and s.person_id = c.person_id and s.position = 'SAD'
          where c.store_id = ${storeId} and c.id >= ${firstIdAt(from)} and c.id < ${firstIdAt(until)}) as callers`
    return { ...allOf(callers, advisors), met: advisors > 0 && callers === advisors }
  },
}

/** Duties that the board proves. */
export const appointmentProofs: Proofs = { 'FDS-2.1': boardConfirmed, 'FDS-2.2': everyAdvisorCalled }
