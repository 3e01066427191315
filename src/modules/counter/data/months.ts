import type { Tx } from '../../../platform/database.ts'

export type MonthRow = { slipId: string; number: string; name: string; paperNumber: string; orderId: string | null; orderNumber: string; plate: string; issuedAt: Date; amountFen: number; costFen: number }

/** Slips of a kind that left the shelves in these days, with what they come to and what their lots cost, net of what came back. A month of a busy counter is hundreds. */
export const slipsIssued = (tx: Tx, storeId: string, { kind, from, until }: { kind: 'accessory' | 'consumable'; from: Date; until: Date }) => tx.all<MonthRow>`
  select s.id as slip_id, s.number, s.name, s.paper_number, s.order_id, s.order_number, s.plate, s.issued_at, s.total_fen - s.returned_fen as amount_fen, coalesce(c.cost_fen, 0)::bigint as cost_fen
  from counter.slip s
  left join lateral (select sum(m.cost_fen) as cost_fen from counter.slip_line l join stock.v_job_move m on m.store_id = l.store_id and m.line_id = l.id where l.store_id = s.store_id and l.slip_id = s.id) c on true
  where s.store_id = ${storeId} and s.kind = ${kind} and s.issued_at >= ${from} and s.issued_at < ${until} order by s.issued_at, s.number limit 5000`
