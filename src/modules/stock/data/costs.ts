import type { Tx } from '../../../platform/database.ts'

/** What one unit costs on average of what lies here; an estimate for lines priced at cost, the settlement takes the lots' own. */
export const unitCostOf = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<{ partId: string; unitCostFen: number }>`
  select part_id, ((value_fen * 1000 + (on_hand_thousandths + quarantined_thousandths) / 2) / (on_hand_thousandths + quarantined_thousandths))::bigint as unit_cost_fen
  from stock.part_stock
  where store_id = ${storeId} and part_id = any(${partIds}) and on_hand_thousandths + quarantined_thousandths > 0`

/** The latest receipt of each part, whatever is left of it: its quantity and what it cost. */
export const latestCosts = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<{ partId: string; received: number; cost: number }>`
  select w.part_id, l.received_thousandths as received, l.cost_fen as cost from unnest(${[...new Set(partIds)]}::uuid[]) as w(part_id)
  cross join lateral (select received_thousandths, cost_fen from stock.lot where store_id = ${storeId} and part_id = w.part_id order by received_on desc, id desc limit 1) l`

/** What a unit cost when it was last paid for, whatever is left of it; a part that came for nothing or never is not among them. */
export const lastPaidCosts = async (tx: Tx, storeId: string, partIds: readonly string[]): Promise<ReadonlyMap<string, number>> => new Map((await tx.all<{ partId: string; received: number; cost: number }>`
  select w.part_id, l.received_thousandths as received, l.cost_fen as cost from unnest(${[...new Set(partIds)]}::uuid[]) as w(part_id)
  cross join lateral (select received_thousandths, cost_fen from stock.lot where store_id = ${storeId} and part_id = w.part_id and cost_fen > 0 order by received_on desc, id desc limit 1) l`)
  .map(({ partId, received, cost }) => [partId, Math.round((cost * 1_000) / received)]))
