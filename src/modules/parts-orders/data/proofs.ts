import type { Doer, Proof, Proofs } from '../../../platform/proof.ts'

/** The months that the duty's time touches and the next one, as the store's database writes them. */
const monthOf = (at: Date, ahead: number): string => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + ahead, 1)).toISOString().slice(0, 7)

/** In the duty's month, its own or the next one's calendar was loaded or changed. */
const calendarLoaded: Proof = {
  settles: 'when-met', timed: true, page: '/order-calendar',
  evaluate: async (tx, { storeId, from, until }) => {
    const doers = await tx.all<Doer>`select loaded_by_name as name from parts_orders.calendar_month where store_id = ${storeId} and loaded_at >= ${from} and loaded_at < ${until}`
    return { met: doers.length > 0, figure: doers.length, target: 1, references: ['/order-calendar'], doers }
  },
}

/** Next month's order days stand announced as they are. */
const nextMonthAnnounced: Proof = {
  settles: 'when-met', page: '/order-calendar',
  evaluate: async (tx, { storeId, until }) => {
    const month = monthOf(new Date(until.getTime() - 86_400_000), 1)
    const known = await tx.maybe<{ announcedByName: string | null }>`select announced_by_name from parts_orders.calendar_month where store_id = ${storeId} and month = ${month}`
    const doers = known === null || known.announcedByName === null ? [] : [{ name: known.announcedByName }]
    return { met: doers.length > 0, figure: doers.length, target: 1, references: ['/order-calendar'], doers }
  },
}

/** The warranty parts of this order: each with maker and number confirmed, or the order is off. */
const warrantyChecked: Proof = {
  settles: 'when-met', page: '/parts-orders',
  evaluate: async (tx, { storeId, subjectId }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(*) filter (where l.checked_at is not null or o.status = 'cancelled') as had, count(*) as all from parts_orders.parts_order o join parts_orders.order_line l on l.store_id = o.store_id and l.order_id = o.id and l.warranty
      where o.store_id = ${storeId} and o.id = ${subjectId}`
    return { met: had === all, figure: had, target: all, references: [`/parts-orders/${subjectId ?? ''}`] }
  },
}

/** An M order went out on its day. */
const placedOnItsDay: Proof = {
  settles: 'when-met', timed: true, page: '/parts-orders',
  evaluate: async (tx, { storeId, from, until }) => {
    const rows = await tx.all<{ id: string; submittedByName: string }>`select id, submitted_by_name from parts_orders.parts_order where store_id = ${storeId} and kind = 'M' and submitted_at >= ${from} and submitted_at < ${until} order by id limit 20`
    return { met: rows.length > 0, figure: rows.length, target: 1, references: rows.map(({ id }) => `/parts-orders/${id}`), doers: rows.map(({ submittedByName }) => ({ name: submittedByName })) }
  },
}

/** Duties that orders of parts prove. */
export const partsOrderProofs: Proofs = { 'PPL-1.1': calendarLoaded, 'PTS-1.1': nextMonthAnnounced, 'PPL-1.4': warrantyChecked, 'PTS-1.2': placedOnItsDay }
