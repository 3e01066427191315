import { noneLeftOf, type Doer, type Proof, type Proofs } from '../../../platform/proof.ts'
import { overdueDays } from '../domain/return.ts'

/** The supplier answered this claim; where the fault was reported by hand, a claim was opened since (PTS-2.3). */
const claimed: Proof = {
  settles: 'when-met', page: '/supplier-claims',
  evaluate: async (tx, { storeId, subjectId, from }) => {
    const rows = await tx.all<{ id: string; answered: boolean }>`
      select id, answered_at is not null or status = 'withdrawn' as answered from supplier_returns.claim
      where store_id = ${storeId} and (id = ${subjectId}::uuid or (${subjectId}::uuid is null and opened_at >= ${from})) order by id limit 20`
    const met = subjectId === null ? rows.length > 0 : rows.some(({ answered }) => answered)
    return { met, figure: met ? 1 : 0, target: 1, references: rows.map(({ id }) => `/supplier-claims/${id}`) }
  },
}

/** The return of what was not fitted is sent and finance has its slip; where it was reported by hand, one that was applied for since (PTS-2.4). */
const unfittedSent: Proof = {
  settles: 'when-met', page: '/supplier-returns',
  evaluate: async (tx, { storeId, subjectId, from }) => {
    const rows = await tx.all<{ id: string; steps: number }>`
      select r.id, case when r.status in ('withdrawn', 'reversed') then 2 else (r.sent_at is not null)::integer + (r.slip_at is not null)::integer end as steps from supplier_returns.return r
      where r.store_id = ${storeId} and (r.id = ${subjectId}::uuid or (${subjectId}::uuid is null and r.asked_at >= ${from} and r.status not in ('withdrawn', 'reversed')
        and exists (select from supplier_returns.return_line l where l.store_id = r.store_id and l.return_id = r.id and l.cause = 'unfitted'))) order by steps desc, r.id limit 20`
    const figure = rows[0]?.steps ?? 0
    return { met: figure === 2, figure, target: 2, references: rows.map(({ id }) => `/supplier-returns/${id}`) }
  },
}

/** The supplier said by phone that he has it, or it came back, or he credited it (PPL-9.2). */
const confirmed: Proof = {
  settles: 'when-met', page: '/supplier-returns',
  evaluate: async (tx, { storeId, subjectId, from }) => {
    const rows = await tx.all<{ id: string; there: boolean }>`
      select id, arrived_at is not null or status in ('credited', 'reversed') as there from supplier_returns.return
      where store_id = ${storeId} and (id = ${subjectId}::uuid or (${subjectId}::uuid is null and sent_at >= ${from})) order by id limit 20`
    const met = rows.length > 0 && rows.every(({ there }) => there)
    return { met, figure: rows.filter(({ there }) => there).length, target: Math.max(1, rows.length), references: rows.map(({ id }) => `/supplier-returns/${id}`) }
  },
}

/** No return is open longer than it may be (STM-5.4); where none was open, and none applied for in the time, there is nothing to press for. */
const noneOverdue: Proof = {
  settles: 'at-deadline', page: '/supplier-returns',
  evaluate: async (tx, { storeId, from, until }) => {
    const rows = await tx.all<{ id: string }>`
      select id from supplier_returns.return where store_id = ${storeId} and status in ('asked', 'agreed', 'sent') and asked_at < ${until}::timestamptz - make_interval(days => ${overdueDays}) order by id limit 200`
    const { were } = await tx.one<{ were: boolean }>`
      select exists (select from supplier_returns.return where store_id = ${storeId} and asked_at < ${until} and (asked_at >= ${from} or status in ('asked', 'agreed', 'sent'))) as were`
    const doers = await tx.all<Doer>`
      select distinct d.name from supplier_returns.return r cross join lateral (values (r.agreed_at, r.agreed_by_name), (r.sent_at, r.sent_by_name), (r.arrived_at, r.arrived_by_name)) as d(at, name)
      where r.store_id = ${storeId} and d.at >= ${from} and d.at < ${until} and d.name is not null`
    return noneLeftOf(rows.map(({ id }) => `/supplier-returns/${id}`), were, doers)
  },
}

/** Duties that returns to suppliers and quality claims prove. */
export const supplierReturnProofs: Proofs = { 'PTS-2.3': claimed, 'PTS-2.4': unfittedSent, 'PPL-9.2': confirmed, 'STM-5.4': noneOverdue }
