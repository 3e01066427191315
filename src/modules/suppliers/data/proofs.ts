import { allOf, type Proof, type Proofs } from '../../../platform/proof.ts'
import type { StatementStatus } from '../domain/statement.ts'

const page = '/supplier-statements'

/** Every supplier of this sort that delivered in the month before has its statement this far. */
const agreed = (sort: 'maker' | 'outside' | 'both', statuses: readonly StatementStatus[]): Proof => ({
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      with before as (
        select date_trunc('month', (${until}::timestamptz - interval '1 minute') at time zone time_zone) - interval '1 month' as month, time_zone from organisation.v_zone where store_id = ${storeId}
      ), span as (
        select month::date as month, month at time zone time_zone as from_at, (month + interval '1 month') at time zone time_zone as until_at from before
      ), delivered as (
        select distinct v.supplier_id from span join receiving.v_received v on v.store_id = ${storeId} and v.posted_at >= span.from_at and v.posted_at < span.until_at
        join parts_orders.v_supplier p on p.store_id = v.store_id and p.id = v.supplier_id where ${sort} in ('both', p.kind)
      )
      select count(*) as all, count(*) filter (where exists (
        select from suppliers.statement s, span where s.store_id = ${storeId} and s.supplier_id = d.supplier_id and s.month >= span.month and s.status = any(${statuses}::text[]))) as had
      from delivered d`
    return { ...allOf(had, all), references: [page] }
  },
})

const closed: readonly StatementStatus[] = ['closed', 'asked', 'signed', 'paid']

/** This inquiry was answered by each supplier it went to, or by two of them, or it is over. */
const quoted: Proof = {
  settles: 'when-met', page: '/supplier-inquiries',
  evaluate: async (tx, { storeId, subjectId }) => {
    const { had, all, over } = await tx.one<{ had: number; all: number; over: boolean }>`
      select count(s.answered_at) as had, count(*) as all, coalesce(bool_or(i.status <> 'open'), false) as over
      from suppliers.inquiry i join suppliers.inquiry_supplier s on s.store_id = i.store_id and s.inquiry_id = i.id where i.store_id = ${storeId} and i.id = ${subjectId}`
    const target = Math.min(2, all)
    return { met: all > 0 && (over || had >= target), figure: had, target, references: [`/supplier-inquiries/${subjectId ?? ''}`] }
  },
}

/** Duties that agreed statements, signed payments and quotes prove. */
export const supplierProofs: Proofs = {
  'PTS-4.1': agreed('maker', closed), 'PTS-4.2': agreed('outside', closed), 'PTS-4.3': agreed('both', ['signed', 'paid']), 'PPL-9.1': agreed('both', closed), 'PTS-2.1': quoted,
}
