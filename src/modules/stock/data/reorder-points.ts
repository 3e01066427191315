import type { Tx } from '../../../platform/database.ts'

/** At or below which free stock each of these parts is low; null: nobody watches it. The parts are locked in the order in which everyone locks them, and only those whose point moved. */
export async function setReorderPoints(tx: Tx, storeId: string, points: readonly { readonly partId: string; readonly at: number | null }[]): Promise<void> {
  const wanted = [points.map(({ partId }) => partId), points.map(({ at }) => at)] as const
  await tx.run`
    with moved as (
      select p.part_id, w.at from stock.part_stock p join unnest(${wanted[0]}::uuid[], ${wanted[1]}::bigint[]) as w(part_id, at) on w.part_id = p.part_id
      where p.store_id = ${storeId} and p.reorder_at_thousandths is distinct from w.at order by p.part_id for update of p
    ) update stock.part_stock p set reorder_at_thousandths = m.at from moved m where p.store_id = ${storeId} and p.part_id = m.part_id`
}
