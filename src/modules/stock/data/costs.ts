import type { Tx } from '../../../platform/database.ts'

/** What one unit costs on average of what lies here; an estimate for lines priced at cost, the settlement takes the lots' own. */
export const unitCostOf = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<{ partId: string; unitCostFen: number }>`
  select part_id, ((value_fen * 1000 + (on_hand_thousandths + quarantined_thousandths) / 2) / (on_hand_thousandths + quarantined_thousandths))::bigint as unit_cost_fen
  from stock.part_stock
  where store_id = ${storeId} and part_id = any(${partIds}) and on_hand_thousandths + quarantined_thousandths > 0`
