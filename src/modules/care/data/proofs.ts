import { firstIdAt } from '../../../kernel/ids.ts'
import { noneLeftOf, type Doer, type Proof, type Proofs } from '../../../platform/proof.ts'
import type { BulletinKind } from '../domain/bulletin.ts'

const page = '/follow-ups'

/** This complaint was answered. */
const answered: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const complaint = await tx.maybe<{ answeredAt: Date | null }>`select answered_at from care.complaint where store_id = ${storeId} and id = ${subjectId}`
    const met = complaint?.answeredAt !== null && complaint !== null
    return { met, figure: met ? 1 : 0, target: 1, references: [page] }
  },
}

/** Complaints past their 24 hours without an answer; where none was open in this time there is none to follow. */
const noneOverdue: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until }) => {
    const late = await tx.all<{ number: string }>`select number from care.complaint where store_id = ${storeId} and status = 'open' and due_at < ${until} order by due_at limit 100`
    const { were } = await tx.one<{ were: boolean }>`select exists (select from care.complaint where store_id = ${storeId} and opened_at < ${until} and (closed_at is null or closed_at >= ${from})) as were`
    const doers = await tx.all<Doer>`select distinct person_name as name from care.complaint_step where store_id = ${storeId} and kind = 'answered' and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}`
    return noneLeftOf(late.map(() => page), were, doers)
  },
}

/** A bulletin of this kind was issued. */
const bulletin = (kind: BulletinKind): Proof => ({
  settles: 'when-met', timed: true, page: '/bulletins',
  evaluate: async (tx, { storeId, from, until }) => {
    const doers = await tx.all<Doer>`select issued_by as id, issued_by_name as name from care.bulletin where store_id = ${storeId} and kind = ${kind} and until_at >= ${from} and until_at <= ${until}`
    return { met: doers.length > 0, figure: doers.length, target: 1, references: doers.length > 0 ? ['/bulletins'] : [], doers }
  },
})

/** Duties that complaints and bulletins prove. */
export const careProofs: Proofs = { 'FDS-2.9': answered, 'WSS-2.8': answered, 'STM-4.7': noneOverdue, 'FDS-2.8': bulletin('service'), 'WSS-2.5': bulletin('quality'), 'STM-4.8': bulletin('complaints') }
