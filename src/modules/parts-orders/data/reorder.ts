import type { Tx } from '../../../platform/database.ts'

/** `back`: how many whole periods ago, 0 the one that ends today. */
export type UseData = { partId: string; back: number; thousandths: number }

/** What jobs took since a moment, by part and period counted back from now. Ids grow with time. */
export const usesSince = (tx: Tx, storeId: string, firstId: string, now: Date, periodDays: number) => tx.all<UseData>`
  select part_id, floor(extract(epoch from ${now}::timestamptz - at) / (86400 * ${periodDays}::integer))::integer as back, sum(thousandths)::bigint as thousandths
  from stock.v_use where store_id = ${storeId} and id >= ${firstId} group by 1, 2`

export type HeldData = { partId: string; number: string; nameZh: string; nameEn: string; unit: string; packThousandths: number; onHand: number; reserved: number; onOrder: number; onOrderForJobs: number }

/** Stock and open order lines of parts that are bought as they are: the superseded are not bought any more. */
export const heldOf = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<HeldData>`
  select p.id as part_id, p.number, p.name_zh, p.name_en, p.unit, p.pack_thousandths, coalesce(h.on_hand_thousandths, 0)::bigint as on_hand, coalesce(h.reserved_thousandths, 0)::bigint as reserved,
    coalesce(o.for_shelf, 0)::bigint as on_order, coalesce(o.for_jobs, 0)::bigint as on_order_for_jobs
  from catalogue.v_stocked p
  left join stock.v_held h on h.store_id = ${storeId} and h.part_id = p.id
  left join (select part_id, sum(open_thousandths) filter (where request_id is null) as for_shelf, sum(open_thousandths) filter (where request_id is not null) as for_jobs
    from parts_orders.order_line where store_id = ${storeId} and open_thousandths > 0 group by part_id) o on o.part_id = p.id
  where p.id = any(${partIds}) and p.active and p.superseded_by is null order by p.number`
