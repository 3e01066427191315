import { firstIdAt } from '../../../kernel/ids.ts'
import { allOf, noneLeftOf, type Doer, type Proof, type Proofs } from '../../../platform/proof.ts'
import { chaseAfterDays } from '../domain/fault.ts'

const page = '/receiving'
const pageOf = (receiptId: string | null): string => `${page}/${receiptId ?? ''}`

/** What was taken over was counted against its order and posted, or the count was discarded with its reason. */
const counted: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const receipt = await tx.maybe<{ status: string }>`select status from receiving.receipt where store_id = ${storeId} and id = ${subjectId}`
    const met = receipt !== null && receipt.status !== 'counting'
    return { met, figure: met ? 1 : 0, target: 1, references: [pageOf(subjectId)] }
  },
}

/** What this receipt brought into stock lies in a bin. */
const putAway: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(place_id) as had, count(*) as all from receiving.receipt_line where store_id = ${storeId} and receipt_id = ${subjectId} and booked_thousandths > 0`
    return { ...allOf(had, all), references: [pageOf(subjectId)] }
  },
}

/** Delivery note, receipt and waybill of this receipt are photographed with their signatures. */
const papersThere: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const { papers } = await tx.one<{ papers: number }>`
      select count(distinct occasion) as papers from photos.v_kept where store_id = ${storeId} and subject = 'receipt' and subject_id = ${subjectId} and occasion in ('delivery-note', 'receipt', 'waybill')`
    return { met: papers === 3, figure: papers, target: 3, references: [pageOf(subjectId)] }
  },
}

/** And whoever had them in his hands handed them over. */
const papersHandedOver: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const receipt = await tx.maybe<{ over: boolean }>`select papers_at is not null as over from receiving.receipt where store_id = ${storeId} and id = ${subjectId}`
    const met = receipt?.over === true
    return { met, figure: met ? 1 : 0, target: 1, references: [pageOf(subjectId)] }
  },
}

/** This arrival fault was reported to the supplier, or closed. */
const reported: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const fault = await tx.maybe<{ status: string; byName: string | null }>`select status, coalesce(reported_by_name, closed_by_name) as by_name from receiving.fault where store_id = ${storeId} and id = ${subjectId}`
    const met = fault !== null && fault.status !== 'open'
    return { met, figure: met ? 1 : 0, target: 1, references: ['/receiving'], doers: fault === null || fault.byName === null ? [] : [{ name: fault.byName }] }
  },
}

/** Open faults about which nobody has said a word to the supplier for days; where none was open in the time there is nothing to press for. */
const chased: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until }) => {
    const left = await tx.all<{ id: string }>`
      select id from receiving.fault where store_id = ${storeId} and status <> 'closed' and coalesce(reported_at, found_at) < ${new Date(until.getTime() - chaseAfterDays * 86_400_000)} order by id limit 100`
    const { were } = await tx.one<{ were: boolean }>`
      select exists (select from receiving.fault where store_id = ${storeId} and status <> 'closed' and found_at < ${until})
        or exists (select from receiving.fault where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}) as were`
    const doers = await tx.all<Doer>`
      select reported_by_name as name from receiving.fault where store_id = ${storeId} and reported_at >= ${from} and reported_at < ${until} and reported_by_name is not null
      union select closed_by_name from receiving.fault where store_id = ${storeId} and closed_at >= ${from} and closed_at < ${until} and closed_by_name is not null`
    return noneLeftOf(left.map(() => page), were, doers)
  },
}

/** Deliveries taken over before the end of this time that are still being counted; where none came there is nothing to post. */
const sameDay: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until }) => {
    const left = await tx.all<{ id: string }>`select id from receiving.receipt where store_id = ${storeId} and status = 'counting' and begun_at < ${until} order by id limit 100`
    const { were } = await tx.one<{ were: boolean }>`
      select exists (select from receiving.receipt where store_id = ${storeId} and begun_at >= ${from} and begun_at < ${until})
        or exists (select from receiving.receipt where store_id = ${storeId} and posted_at >= ${from} and posted_at < ${until}) as were`
    const doers = await tx.all<Doer>`select distinct posted_by_name as name from receiving.receipt where store_id = ${storeId} and posted_at >= ${from} and posted_at < ${until} and posted_by_name is not null`
    return noneLeftOf(left.map(({ id }) => pageOf(id)), were, doers)
  },
}

/** Both: receipts posted, and arrival faults followed up (PTS-3.3). */
const postedAndFollowed: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, question) => {
    const [posted, followed] = [await sameDay.evaluate(tx, question), await chased.evaluate(tx, question)]
    return { met: posted.met && followed.met, figure: posted.figure + followed.figure, target: 0, references: [...posted.references, ...followed.references].slice(0, 20), nothing: posted.nothing === true && followed.nothing === true, doers: [...posted.doers ?? [], ...followed.doers ?? []] }
  },
}

/** Of this delivery the pieces were counted at the door; what was looked at is on the list that is signed beside it. */
const piecesCounted: Proof = {
  settles: 'when-met', page,
  evaluate: async (tx, { storeId, subjectId }) => {
    const receipt = await tx.maybe<{ counted: boolean }>`select pieces > 0 as counted from receiving.receipt where store_id = ${storeId} and id = ${subjectId}`
    const met = receipt?.counted === true
    return { met, figure: met ? 1 : 0, target: 1, references: [pageOf(subjectId)] }
  },
}

/** Duties that receiving proves. */
export const receivingProofs: Proofs = {
  'WHK-1.3': piecesCounted, 'WHK-2.1': counted, 'WHK-2.2': putAway, 'WHK-2.3': papersHandedOver, 'PPL-2.4': counted, 'PPL-6.1': reported, 'PPL-6.2': chased, 'PPL-6.3': reported, 'PTS-3.3': postedAndFollowed, 'PTS-5.1': sameDay, 'PTS-5.2': papersThere,
}
