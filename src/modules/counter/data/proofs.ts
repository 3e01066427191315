import { firstIdAt } from '../../../kernel/ids.ts'
import { noneLeftOf, type Doer, type Proof, type Proofs } from '../../../platform/proof.ts'

const page = '/counter'
const pageOf = (id: string): string => `/counter/${id}`

/** The goods of this slip left the shelf, scanned or oldest lot first; a sale also left the house, paid. */
const left = (statuses: readonly string[]): Proof => ({
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const slip = await tx.maybe<{ status: string }>`select status from counter.slip where store_id = ${storeId} and id = ${subjectId}`
    const met = slip !== null && statuses.includes(slip.status)
    return { met, figure: met ? 1 : 0, target: 1, references: slip === null || subjectId === null ? [] : [pageOf(subjectId)] }
  },
})

/** Picked, or what was short of it was asked for or is known to be lost: a shortage does not lie (WHK-3.2). */
const pickedOrAsked: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const slip = await tx.maybe<{ status: string; asked: boolean }>`
      select status, exists (select from purchasing.v_short r where r.store_id = s.store_id and r.order_id = s.id) as asked from counter.slip s where store_id = ${storeId} and id = ${subjectId}`
    const met = slip !== null && (slip.status !== 'open' || slip.asked)
    return { met, figure: met ? 1 : 0, target: 1, references: slip === null || subjectId === null ? [] : [pageOf(subjectId)] }
  },
}

/** Accessory slips written before the day's end that were not picked: what the supervisor presses for (PTS-3.2). Where none was written or picked in the time there is nothing to match. */
const accessoriesMatched: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until }) => {
    const left = await tx.all<{ id: string }>`select id from counter.slip where store_id = ${storeId} and kind = 'accessory' and pending and opened_at < ${until} order by id limit 100`
    const { were } = await tx.one<{ were: boolean }>`
      select exists (select from counter.slip where store_id = ${storeId} and kind = 'accessory' and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)})
        or exists (select from counter.slip where store_id = ${storeId} and kind = 'accessory' and issued_at >= ${from} and issued_at < ${until}) as were`
    const doers = await tx.all<Doer>`select distinct issued_by_name as name from counter.slip where store_id = ${storeId} and kind = 'accessory' and issued_at >= ${from} and issued_at < ${until} and issued_by_name is not null`
    return noneLeftOf(left.map(({ id }) => pageOf(id)), were, doers)
  },
}

/** Consumables of the time stand on slips, with the job or the person that had them: so their cost per job is known (PPL-3.2). */
const consumablesBooked: Proof = {
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, { storeId, from, until }) => {
    const rows = await tx.all<{ id: string }>`
      select id from counter.slip where store_id = ${storeId} and kind = 'consumable' and issued_at >= ${from} and issued_at <= ${until} order by issued_at limit 20`
    return { met: rows.length > 0, figure: Math.min(1, rows.length), target: 1, references: rows.map(({ id }) => pageOf(id)) }
  },
}

/** Duties that the counter proves. */
export const counterProofs: Proofs = {
  'PPL-2.3': left(['issued', 'closed', 'cancelled']), 'WHK-3.2': pickedOrAsked, 'WHK-3.3': left(['handed', 'closed', 'cancelled']), 'PTS-3.2': accessoriesMatched, 'PPL-3.2': consumablesBooked,
}
