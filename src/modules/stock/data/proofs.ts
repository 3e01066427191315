import { firstIdAt } from '../../../kernel/ids.ts'
import { allOf, noneLeftOf, type Doer, type Proof, type Proofs } from '../../../platform/proof.ts'

/** So long an authorised estimate may wait for its picking list. */
const hoursToList = 1

/**
 * Estimates that were authorised in this time and whose parts lie here: the list went to the storekeeper, as a paper, or on his phone, where he has handed out by it (PPL-2.1).
 * What must first be bought has no list yet.
 */
const listed: Proof = {
  settles: 'at-deadline', page: '/picking',
  evaluate: async (tx, { storeId, from, until }) => {
    const rows = await tx.all<{ orderId: string; had: boolean }>`
      select a.order_id, x.issued or exists (select from papers.v_printed p where p.store_id = ${storeId} and p.order_id = a.order_id and p.kind = 'picking-list') as had
      from (select distinct order_id from repair_orders.v_authorised where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(new Date(until.getTime() - hoursToList * 3_600_000))}) a
      cross join lateral (
        select exists (select from repair_orders.v_line_payer l join stock.move m on m.store_id = l.store_id and m.line_id = l.id where l.store_id = ${storeId} and l.order_id = a.order_id) as issued,
          exists (select from stock.reservation r where r.store_id = ${storeId} and r.order_id = a.order_id) as reserved) x
      where x.issued or x.reserved limit 500`
    const without = rows.filter(({ had }) => !had)
    return { ...allOf(rows.length - without.length, rows.length), references: without.slice(0, 20).map(({ orderId }) => `/repair-orders/${orderId}`) }
  },
}

/** Parts handed out to jobs, each told apart by who pays: a line of the order, and an insurer by his name, for without it nobody knows to whom it is charged (PPL-2.2). The counter's slips are of one kind each. */
const toldApart: Proof = {
  settles: 'at-deadline', page: '/stock',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all, without } = await tx.one<{ had: number; all: number; without: string[] }>`
      select count(*) filter (where known) as had, count(*) as all, coalesce((array_agg(distinct order_id) filter (where not known))[1:20], '{}')::text[] as without from (
        select m.order_id, exists (select from counter.v_line c where c.store_id = m.store_id and c.id = m.line_id)
          or exists (select from repair_orders.v_line_payer l where l.store_id = m.store_id and l.id = m.line_id and (l.payer <> 'insurer' or l.insurer_name <> '')) as known
        from stock.move m where m.store_id = ${storeId} and m.id >= ${firstIdAt(from)} and m.id < ${firstIdAt(until)} and m.order_id is not null and m.takes_back is null) n`
    return { ...allOf(had, all), references: without.map((orderId) => `/repair-orders/${orderId}`) }
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

/** Cars whose work is over while parts of theirs are still reserved and not issued; where nothing was handed out to a job there is nothing to check. */
const nothingLeftOpen: Proof = {
  settles: 'at-deadline', page: '/picking',
  evaluate: async (tx, { storeId, from, until }) => {
    const left = await tx.all<{ orderId: string }>`
      select distinct r.order_id from stock.reservation r join repair_orders.v_order o on o.store_id = r.store_id and o.id = r.order_id
      where r.store_id = ${storeId} and o.status in ('in_inspection', 'ready', 'settled') limit 100`
    const doers = await tx.all<Doer>`
      select distinct m.person_id as id, coalesce(p.name, '') as name from stock.move m left join organisation.v_staff p on p.store_id = m.store_id and p.person_id = m.person_id
      where m.store_id = ${storeId} and m.id >= ${firstIdAt(from)} and m.id < ${firstIdAt(until)} and m.order_id is not null and m.takes_back is null`
    return noneLeftOf(left.map(({ orderId }) => `/repair-orders/${orderId}`), doers.length > 0, doers.filter(({ name }) => name !== ''))
  },
}

/** Duties that the stock ledger proves. */
export const stockProofs: Proofs = { 'PPL-2.2': toldApart, 'WHK-3.1': scanned, 'WHK-5.3': oldestFirst, 'PPL-2.1': listed, 'PTS-3.1': nothingLeftOpen }
