import type { Tx } from '../../../platform/database.ts'
import { noneLeftOf, type Doer, type Proof, type ProofQuestion, type Proofs } from '../../../platform/proof.ts'

const page = '/purchase-requests'

/** Whether requests were open, or asked in the time: without any there is nothing to go through. */
const wereAsked = async (tx: Tx, { storeId, from, until }: ProofQuestion, only: 'all' | 'jobs' | 'accidents'): Promise<boolean> => (await tx.one<{ were: boolean }>`
  select exists (select from purchasing.request r where r.store_id = ${storeId} and (r.status in ('asked', 'sourced') or (r.asked_at >= ${from} and r.asked_at < ${until})) and (${only} <> 'jobs' or r.origin = 'job')
    and (${only} <> 'accidents' or exists (select from repair_orders.v_order o where o.store_id = r.store_id and o.id = r.order_id and o.purpose = 'accident'))) as were`).were

/** So long before its source was found may a request have been asked whose work is looked for. */
const daysBack = 60

/** Who found the sources of the time, or told the customers of them. */
const whoSaid = (tx: Tx, { storeId, from, until }: ProofQuestion, what: 'sourced' | 'told'): Promise<Doer[]> => tx.all<Doer>`
  select distinct s.name from purchasing.request r
  cross join lateral (select case ${what} when 'told' then r.told_at else r.sourced_at end as at, case ${what} when 'told' then r.told_by_name else r.sourced_by_name end as name) s
  where r.store_id = ${storeId} and r.asked_at >= ${new Date(from.getTime() - daysBack * 86_400_000)} and s.at >= ${from} and s.at < ${until} and s.name is not null`

/** Open requests without source and day. */
const allSourced: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, question) => {
    const left = await tx.all<{ id: string }>`select id from purchasing.request where store_id = ${question.storeId} and status = 'asked' order by id limit 100`
    return noneLeftOf(left.map(() => page), await wereAsked(tx, question, 'all'), await whoSaid(tx, question, 'sourced'))
  },
}

/** Open requests whose day the customer does not know. */
const allTold: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, question) => {
    const left = await tx.all<{ orderId: string }>`
      select order_id from purchasing.request where store_id = ${question.storeId} and status in ('asked', 'sourced') and origin = 'job' and ((eta is not null and decision is null) or eta is distinct from told_eta) order by id limit 100`
    return noneLeftOf(left.map(({ orderId }) => `/repair-orders/${orderId}`), await wereAsked(tx, question, 'jobs'), await whoSaid(tx, question, 'told'))
  },
}

/** Open requests of accident cars: the list that goes to the supervisor. */
const ofAccidents: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, question) => {
    const left = await tx.all<{ orderId: string }>`
      select r.order_id from purchasing.request r join repair_orders.v_order o on o.store_id = r.store_id and o.id = r.order_id
      where r.store_id = ${question.storeId} and r.status = 'asked' and o.purpose = 'accident' order by r.id limit 100`
    return noneLeftOf(left.map(({ orderId }) => `/repair-orders/${orderId}`), await wereAsked(tx, question, 'accidents'), await whoSaid(tx, question, 'sourced'))
  },
}

/** This request has its source and its day. */
const sourced: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const request = await tx.maybe<{ status: string; orderId: string; sourcedByName: string | null }>`select status, order_id, sourced_by_name from purchasing.request where store_id = ${storeId} and id = ${subjectId}`
    const met = request !== null && request.status !== 'asked'
    return { met, figure: met ? 1 : 0, target: 1, references: request === null ? [] : [`/repair-orders/${request.orderId}`], doers: request === null || request.sourcedByName === null ? [] : [{ name: request.sourcedByName }] }
  },
}

/** Every part that this order is short of was asked for, and the customer decided with the day known, or the part is there. */
const explained: Proof = {
  settles: 'when-met', page: '/repair-orders',
  evaluate: async (tx, { storeId, subjectId }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(*) filter (where status in ('arrived', 'cancelled') or (decision is not null and eta is not null)) as had, count(*) as all from purchasing.request where store_id = ${storeId} and order_id = ${subjectId}`
    return { met: all > 0 && had === all, figure: had, target: Math.max(1, all), references: [`/repair-orders/${subjectId ?? ''}`] }
  },
}

/** Duties that purchase requests prove. */
export const purchasingProofs: Proofs = {
  'SAD-1.7.4': explained, 'PTS-1.3': sourced, 'PPL-1.2': allSourced, 'PPL-5.1': allTold, 'PPL-5.2': ofAccidents, 'INS-1.2': ofAccidents, 'FDS-5.2': allSourced,
}
