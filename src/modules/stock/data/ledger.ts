import type { Tx } from '../../../platform/database.ts'
import type { LotInBin } from '../domain/lots.ts'
import type { UnscannedReason } from '../domain/unscanned.ts'
import type { PlaceKind } from './places.ts'

/**
 * Everyone locks parts in the same order, so two counters that issue the same filters wait instead of deadlocking. Parts never here get their row,
 * which is rare: what is known is locked before. (Whoever meets the maker of a row the other way round deadlocks, and is run once more.)
 */
export async function lockParts(tx: Tx, storeId: string, partIds: readonly string[]): Promise<{ partId: string; onHand: number; reserved: number }[]> {
  const ids = [...new Set(partIds)].toSorted()
  const known = await lockKnownParts(tx, storeId, ids)
  if (known.length === ids.length) return known
  const [, locked] = await Promise.all([tx.run`
    insert into stock.part_stock (store_id, part_id) select ${storeId}, id from unnest(${ids}::uuid[]) as wanted(id) on conflict do nothing`, lockKnownParts(tx, storeId, ids)])
  return locked
}

/** For parts that are known to have been here: one statement less. */
export const lockKnownParts = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<{ partId: string; onHand: number; reserved: number }>`
  select part_id, on_hand_thousandths as on_hand, reserved_thousandths as reserved
  from stock.part_stock where store_id = ${storeId} and part_id = any(${partIds}) order by part_id for update`

/** What the books have of parts in one bin now; a part that has nothing there has no row. The parts are locked before. */
export const balancesIn = (tx: Tx, storeId: string, placeId: string, partIds: readonly string[]) => tx.all<{ partId: string; thousandths: number }>`
  select part_id, sum(thousandths)::bigint as thousandths from stock.balance
  where store_id = ${storeId} and part_id = any(${partIds}) and place_id = ${placeId} and thousandths > 0 group by part_id`

export type LotRow = LotInBin & { received: number; cost: number; out: number; outCost: number }

/** Lots of parts as far as they lie in bins for issue, oldest first. The parts are locked before. */
export const lotsForIssue = (tx: Tx, storeId: string, partIds: readonly string[]): Promise<LotRow[]> => lotsLying(tx, storeId, partIds, ['bin'])

/** In quarantine too: what is damaged is scrapped from there. The parts are locked before. */
export const lotsOnBooks = (tx: Tx, storeId: string, partIds: readonly string[]): Promise<LotRow[]> => lotsLying(tx, storeId, partIds, ['bin', 'quarantine'])

/** The balance is asked for by part too: in a young store, before its tables are measured, the database would otherwise read every shelf while the part is locked. */
const lotsLying = (tx: Tx, storeId: string, partIds: readonly string[], kinds: readonly PlaceKind[]) => tx.all<LotRow>`
  select l.id as lot_id, l.part_id, b.place_id, p.code as bin, l.received_on, b.thousandths as here,
    l.received_thousandths as received, l.cost_fen as cost, l.out_thousandths as out, l.out_cost_fen as out_cost
  from stock.lot l
  join stock.balance b on b.store_id = l.store_id and b.part_id = l.part_id and b.lot_id = l.id and b.thousandths > 0
  join stock.place p on p.store_id = b.store_id and p.id = b.place_id and p.kind = any(${kinds})
  where l.store_id = ${storeId} and l.part_id = any(${partIds}) and b.part_id = any(${partIds}) and l.out_thousandths < l.received_thousandths
  order by l.received_on, l.id, p.code`

export type NewMove = {
  id: string; partId: string; lotId: string; fromPlace: string; toPlace: string; thousandths: number; costFen: number
  orderId: string | null; lineId: string | null; takesBack: string | null
  /** Handed out after the label of its lot was scanned, or unseen; left out where nothing is handed out. */ scanned?: boolean
  unscannedWhy?: UnscannedReason | null
}

export type MoveHead = { storeId: string; at: Date; personId: string; document: string; reason: string }

/**
 * Writes moves and brings the shelves, the lots and the parts' totals along, in one statement. What lies in a bin or in
 * quarantine is on our books; a move to or from any other place changes lot and value.
 */
export const postMoves = (tx: Tx, { storeId, at, personId, document, reason }: MoveHead, moves: readonly NewMove[]) => tx.run`
  with wanted as (
    select * from unnest(
      ${moves.map((m) => m.id)}::uuid[], ${moves.map((m) => m.partId)}::uuid[], ${moves.map((m) => m.lotId)}::uuid[],
      ${moves.map((m) => m.fromPlace)}::uuid[], ${moves.map((m) => m.toPlace)}::uuid[], ${moves.map((m) => m.thousandths)}::bigint[],
      ${moves.map((m) => m.costFen)}::bigint[], ${moves.map((m) => m.orderId)}::uuid[], ${moves.map((m) => m.lineId)}::uuid[], ${moves.map((m) => m.takesBack)}::uuid[], ${moves.map((m) => m.scanned ?? null)}::boolean[],
      ${moves.map((m) => m.unscannedWhy ?? null)}::text[]
    ) as t(id, part_id, lot_id, from_place, to_place, thousandths, cost_fen, order_id, line_id, takes_back, scanned, unscanned_why)
  ), moved as (
    insert into stock.move (store_id, id, at, person_id, part_id, lot_id, from_place, to_place, thousandths, cost_fen, order_id, line_id, takes_back, document, reason, scanned, unscanned_why)
    select ${storeId}, id, ${at}, ${personId}, part_id, lot_id, from_place, to_place, thousandths, cost_fen, order_id, line_id, takes_back, ${document}, ${reason}, scanned, unscanned_why from wanted
  ), sides as (
    select w.part_id, w.lot_id, w.from_place as place_id, f.kind, -w.thousandths as thousandths, -w.cost_fen as cost_fen
    from wanted w join stock.place f on f.store_id = ${storeId} and f.id = w.from_place where f.kind in ('bin', 'quarantine')
    union all
    select w.part_id, w.lot_id, w.to_place, t.kind, w.thousandths, w.cost_fen
    from wanted w join stock.place t on t.store_id = ${storeId} and t.id = w.to_place where t.kind in ('bin', 'quarantine')
  ), shelved as (
    insert into stock.balance as b (store_id, part_id, place_id, lot_id, thousandths)
    select ${storeId}, part_id, place_id, lot_id, sum(thousandths) from sides group by part_id, place_id, lot_id having sum(thousandths) > 0
    on conflict (store_id, part_id, place_id, lot_id) do update set thousandths = b.thousandths + excluded.thousandths
  ), taken as (
    update stock.balance b set thousandths = b.thousandths + s.thousandths
    from (select part_id, place_id, lot_id, sum(thousandths) as thousandths from sides group by 1, 2, 3 having sum(thousandths) < 0) s
    where b.store_id = ${storeId} and b.part_id = s.part_id and b.place_id = s.place_id and b.lot_id = s.lot_id
  ), lots as (
    update stock.lot l set out_thousandths = l.out_thousandths - s.thousandths, out_cost_fen = l.out_cost_fen - s.cost_fen
    from (select lot_id, sum(thousandths) as thousandths, sum(cost_fen) as cost_fen from sides group by lot_id) s
    where l.store_id = ${storeId} and l.id = s.lot_id and (s.thousandths <> 0 or s.cost_fen <> 0)
  )
  update stock.part_stock p set
    on_hand_thousandths = p.on_hand_thousandths + s.on_hand, quarantined_thousandths = p.quarantined_thousandths + s.quarantined, value_fen = p.value_fen + s.value
  from (
    select part_id, coalesce(sum(thousandths) filter (where kind = 'bin'), 0) as on_hand,
      coalesce(sum(thousandths) filter (where kind = 'quarantine'), 0) as quarantined, sum(cost_fen) as value
    from sides group by part_id
  ) s
  where p.store_id = ${storeId} and p.part_id = s.part_id`

export type NewLot = { id: string; partId: string; receivedOn: string; thousandths: number; costFen: number }

/** New lots begin wholly outside: their first move brings them in. */
export const insertLots = (tx: Tx, storeId: string, document: string, lots: readonly NewLot[]) => tx.run`
  insert into stock.lot (store_id, id, part_id, received_on, received_thousandths, cost_fen, out_thousandths, out_cost_fen, document)
  select ${storeId}, id, part_id, received_on, thousandths, cost_fen, thousandths, cost_fen, ${document}
  from unnest(${lots.map((l) => l.id)}::uuid[], ${lots.map((l) => l.partId)}::uuid[], ${lots.map((l) => l.receivedOn)}::date[],
    ${lots.map((l) => l.thousandths)}::bigint[], ${lots.map((l) => l.costFen)}::bigint[]) as t(id, part_id, received_on, thousandths, cost_fen)`
