import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { Progress } from '../domain/counting.ts'
import type { DifferenceReason } from '../domain/differences.ts'
import type { ValueClass } from '../domain/rolling.ts'

/** Why a rolling count chose it. */
export type Why = { valueClass: ValueClass; daysSince: number | null; errors: number }

export type LineData = {
  id: string; partId: string; partNumber: string; placeId: string; bin: string; why: Why | null; book: number; found: boolean; entries: number; lastBy: string | null; expected: number | null; counted: number | null
  difference: number; valueFen: number; recount: boolean; countedAt: Date | null; reason: DifferenceReason | null; words: string; explainedByName: string | null; adjustedFen: number | null
}

const columns = sql`l.id, l.part_id, l.part_number, l.place_id, l.bin, l.why, l.book_thousandths as book, l.found, l.entries, l.last_by, l.expected_thousandths as expected, l.counted_thousandths as counted,
  l.difference_thousandths as difference, l.value_fen, l.recount, l.counted_at, l.reason, l.words, l.explained_by_name, l.adjusted_fen`

/** Every part in every bin, as the books stand at this moment. */
export const insertWholeStore = (tx: Tx, storeId: string, countId: string) => tx.run`
  insert into counts.line (store_id, id, count_id, part_id, part_number, place_id, bin, book_thousandths)
  select ${storeId}, gen_random_uuid(), ${countId}, b.part_id, p.number, b.place_id, b.bin, b.thousandths
  from stock.v_bin_balance b join catalogue.v_part p on p.id = b.part_id where b.store_id = ${storeId}`

export type NewLine = { partId: string; placeId: string; bin: string; why: Why }

export const insertShelves = (tx: Tx, storeId: string, countId: string, shelves: readonly NewLine[]) => tx.run`
  insert into counts.line (store_id, id, count_id, part_id, part_number, place_id, bin, why)
  select ${storeId}, gen_random_uuid(), ${countId}, s.part_id, p.number, s.place_id, s.bin, s.why
  from unnest(${shelves.map((s) => s.partId)}::uuid[], ${shelves.map((s) => s.placeId)}::uuid[], ${shelves.map((s) => s.bin)}::text[], ${shelves.map((s) => JSON.stringify(s.why))}::jsonb[]) as s(part_id, place_id, bin, why)
  join catalogue.v_part p on p.id = s.part_id`

/** What the books say at the start of a rolling count; shelves that are empty by then stay with nothing. */
export const freezeBooks = (tx: Tx, storeId: string, countId: string) => tx.run`
  update counts.line l set book_thousandths = b.thousandths from stock.v_bin_balance b
  where l.store_id = ${storeId} and l.count_id = ${countId} and b.store_id = ${storeId} and b.part_id = l.part_id and b.place_id = l.place_id`

export const insertFound = (tx: Tx, storeId: string, l: { id: string; countId: string; partId: string; partNumber: string; placeId: string; bin: string }) => tx.run`
  insert into counts.line (store_id, id, count_id, part_id, part_number, place_id, bin, found) values (${storeId}, ${l.id}, ${l.countId}, ${l.partId}, ${l.partNumber}, ${l.placeId}, ${l.bin}, true)`

export type LinePlace = { bin: string; partNumber: string; id: string }
export type LineFilter = { group: 'all' | 'different' | 'uncounted' | 'recount'; after: LinePlace | null; limit: number }

const groups = { all: empty, different: sql`and l.entries > 0 and l.difference_thousandths <> 0`, uncounted: sql`and l.entries = 0`, recount: sql`and l.recount` }

export const listLines = (tx: Tx, storeId: string, countId: string, { group, after, limit }: LineFilter) => tx.all<LineData>`
  select ${columns} from counts.line l where l.store_id = ${storeId} and l.count_id = ${countId} ${groups[group]} ${after === null ? empty : sql`and (l.bin, l.part_number, l.id) > (${after.bin}, ${after.partNumber}, ${after.id}::uuid)`}
  order by l.bin, l.part_number, l.id limit ${limit}`

export const linesOf = (tx: Tx, storeId: string, countId: string) => tx.all<LineData>`
  select ${columns} from counts.line l where l.store_id = ${storeId} and l.count_id = ${countId} order by l.bin, l.part_number, l.id`

export const linesInBin = (tx: Tx, storeId: string, countId: string, placeId: string) => tx.all<LineData>`
  select ${columns} from counts.line l where l.store_id = ${storeId} and l.count_id = ${countId} and l.place_id = ${placeId} order by l.part_number, l.id limit 500`

/** Locked until the deed ends, in the order of their ids. */
export const lockLines = (tx: Tx, storeId: string, countId: string, placeId: string, partIds: readonly string[]) => tx.all<LineData>`
  select ${columns} from counts.line l where l.store_id = ${storeId} and l.count_id = ${countId} and l.place_id = ${placeId} and l.part_id = any(${partIds}) order by l.id for update`

export const lockLine = (tx: Tx, storeId: string, countId: string, lineId: string) => tx.maybe<LineData>`select ${columns} from counts.line l where l.store_id = ${storeId} and l.count_id = ${countId} and l.id = ${lineId} for update`

/** In which bins of this count a part is looked for. */
export const placesOfPart = (tx: Tx, storeId: string, countId: string, partId: string) => tx.all<{ placeId: string; bin: string }>`
  select place_id, bin from counts.line where store_id = ${storeId} and count_id = ${countId} and part_id = ${partId} order by bin limit 50`

/** The shelf is in another count whose differences are not on the books yet. */
export const isInAnotherCount = async (tx: Tx, storeId: string, countId: string, { partId, placeId }: { partId: string; placeId: string }): Promise<boolean> => (await tx.maybe<{ id: string }>`
  select l.id from counts.line l join counts.count c on c.store_id = l.store_id and c.id = l.count_id
  where l.store_id = ${storeId} and l.part_id = ${partId} and l.place_id = ${placeId} and l.count_id <> ${countId} and c.ended_at is null and c.status <> 'adjusted' limit 1`) !== null

/** The shelves of this count that another one got to first. */
export const dropTaken = (tx: Tx, storeId: string, countId: string) => tx.run`
  delete from counts.line l where l.store_id = ${storeId} and l.count_id = ${countId} and exists (
    select from counts.line o join counts.count c on c.store_id = o.store_id and c.id = o.count_id
    where o.store_id = l.store_id and o.part_id = l.part_id and o.place_id = l.place_id and o.count_id <> l.count_id and c.ended_at is null and c.status <> 'adjusted')`

export type EntryData = { lineId: string; personId: string; personName: string; at: Date; expected: number; counted: number }

/** In the order of time. */
export const entriesOf = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.all<EntryData>`
  select line_id, person_id, person_name, at, expected_thousandths as expected, counted_thousandths as counted from counts.entry where store_id = ${storeId} and line_id = any(${lineIds}::uuid[]) order by line_id, id`

export type Entered = { id: string; lineId: string; expected: number; counted: number; valueFen: number; recount: boolean }
export type Counter = { at: Date; personId: string; personName: string }

/** Each entry stands beside those before it; the last one is the line's. What was explained before is explained anew. */
export const enter = (tx: Tx, storeId: string, { at, personId, personName }: Counter, rows: readonly Entered[]) => tx.run`
  with said as (
    select * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.expected)}::bigint[], ${rows.map((r) => r.counted)}::bigint[], ${rows.map((r) => r.valueFen)}::bigint[],
      ${rows.map((r) => r.recount)}::boolean[]) as t(id, line_id, expected, counted, value_fen, recount)
  ), kept as (
    insert into counts.entry (store_id, id, line_id, at, person_id, person_name, expected_thousandths, counted_thousandths)
    select ${storeId}, id, line_id, ${at}, ${personId}, ${personName}, expected, counted from said
  )
  update counts.line l set entries = l.entries + 1, last_by = ${personId}, expected_thousandths = s.expected, counted_thousandths = s.counted, difference_thousandths = s.counted - s.expected, value_fen = s.value_fen,
    recount = s.recount, counted_at = ${at}, reason = null, words = '', explained_by_name = null
  from said s where l.store_id = ${storeId} and l.id = s.line_id`

export const writeExplanation = (tx: Tx, storeId: string, e: { id: string; reason: DifferenceReason; words: string; byName: string }) => tx.run`
  update counts.line set reason = ${e.reason}, words = ${e.words}, explained_by_name = ${e.byName} where store_id = ${storeId} and id = ${e.id}`

export const askRecount = (tx: Tx, storeId: string, lineId: string) => tx.run`update counts.line set recount = true where store_id = ${storeId} and id = ${lineId}`

export const writeAdjustedCosts = (tx: Tx, storeId: string, costs: readonly { lineId: string; costFen: number }[]) => tx.run`
  update counts.line l set adjusted_fen = c.cost_fen from unnest(${costs.map((c) => c.lineId)}::uuid[], ${costs.map((c) => c.costFen)}::bigint[]) as c(line_id, cost_fen) where l.store_id = ${storeId} and l.id = c.line_id`

export const differencesOf = (tx: Tx, storeId: string, countId: string) => tx.all<LineData>`
  select ${columns} from counts.line l where l.store_id = ${storeId} and l.count_id = ${countId} and l.entries > 0 and l.difference_thousandths <> 0 order by l.bin, l.part_number, l.id`

export type Sums = Progress & { unexplained: number; netFen: number; absoluteFen: number }

/** How far a count is and what came of it so far. */
export const sumsOf = (tx: Tx, storeId: string, countId: string) => tx.one<Sums>`
  select count(*) as lines, count(*) filter (where entries = 0) as uncounted, count(*) filter (where recount) as to_recount, count(*) filter (where difference_thousandths <> 0) as different,
    count(*) filter (where difference_thousandths <> 0 and reason is null) as unexplained, coalesce(sum(value_fen), 0)::bigint as net_fen, coalesce(sum(abs(value_fen)), 0)::bigint as absolute_fen
  from counts.line where store_id = ${storeId} and count_id = ${countId}`

export type BinData = { placeId: string; bin: string; lines: number; counted: number; toRecount: number }

/** `counted`: nobody has to come for it any more; `toRecount`: somebody else than who counted it last. */
export const binsOf = (tx: Tx, storeId: string, countId: string) => tx.all<BinData>`
  select place_id, bin, count(*) as lines, count(*) filter (where entries > 0) as counted, count(*) filter (where recount) as to_recount
  from counts.line where store_id = ${storeId} and count_id = ${countId} group by place_id, bin order by bin limit 5000`

/** Whether this person stood at the shelves of the count. */
export const hasCounted = async (tx: Tx, storeId: string, countId: string, personId: string): Promise<boolean> => (await tx.maybe<{ id: string }>`
  select l.id from counts.entry e join counts.line l on l.store_id = e.store_id and l.id = e.line_id where e.store_id = ${storeId} and e.person_id = ${personId} and l.count_id = ${countId} limit 1`) !== null
