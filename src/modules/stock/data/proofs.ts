import { firstIdAt } from '../../../kernel/ids.ts'
import { allOf, noneLeft, type Proof, type Proofs } from '../../../platform/proof.ts'

/** Parts handed out to jobs: each for a line, so each with its payer (PPL-2.2). */
const issued: Proof = {
  settles: 'at-deadline', page: '/stock',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(line_id) as had, count(*) as all from stock.move where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)} and order_id is not null`
    return allOf(had, all)
  },
}

/** Handed out to jobs, and of it what was scanned at the shelf: taken unseen nobody knows that it was the right part (WHK-3.1). What left before scans were kept is not counted. */
const scanned: Proof = {
  settles: 'at-deadline', page: '/picking',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(*) filter (where scanned) as had, count(*) as all from stock.move where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)} and order_id is not null and takes_back is null and scanned is not null`
    return allOf(had, all)
  },
}

/** Handed out to jobs, and of it what left no older lot of its part behind: one that was there before, lies in a bin, and has not moved since (WHK-5.3). */
const oldestFirst: Proof = {
  settles: 'at-deadline', page: '/stock',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(*) filter (where not exists (
        select from stock.lot l join stock.balance b on b.store_id = l.store_id and b.part_id = l.part_id and b.lot_id = l.id and b.thousandths > 0 join stock.place p on p.store_id = b.store_id and p.id = b.place_id and p.kind = 'bin'
        where l.store_id = m.store_id and l.part_id = m.part_id and l.out_thousandths < l.received_thousandths and (l.received_on, l.id) < (o.received_on, o.id) and l.id < m.id
          and not exists (select from stock.move x where x.store_id = l.store_id and x.lot_id = l.id and x.id > m.id))) as had, count(*) as all
      from stock.move m join stock.lot o on o.store_id = m.store_id and o.id = m.lot_id
      where m.store_id = ${storeId} and m.id >= ${firstIdAt(from)} and m.id < ${firstIdAt(until)} and m.order_id is not null and m.takes_back is null`
    return allOf(had, all)
  },
}

/** Cars whose work is over while parts of theirs are still reserved and not issued. */
const nothingLeftOpen: Proof = {
  settles: 'at-deadline', page: '/picking',
  evaluate: async (tx, { storeId }) => noneLeft((await tx.all<{ orderId: string }>`
    select distinct r.order_id from stock.reservation r join repair_orders.v_order o on o.store_id = r.store_id and o.id = r.order_id
    where r.store_id = ${storeId} and o.status in ('in_inspection', 'ready', 'settled') limit 100`).map(({ orderId }) => `/repair-orders/${orderId}`)),
}

/** Duties that the stock ledger proves. */
export const stockProofs: Proofs = { 'PPL-2.2': issued, 'WHK-3.1': scanned, 'WHK-5.3': oldestFirst, 'PPL-2.1': issued, 'PTS-3.1': nothingLeftOpen }
