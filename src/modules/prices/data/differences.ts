import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { PriceKind } from '../../catalogue/domain/payers.ts'
import type { Change } from '../domain/list.ts'

export type LineData = {
  partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; priceFen: number | null; beforeFen: number | null; change: Change; deltaFen: number; percent: number
  here: number; /** Of one unit that lies here, on average. */ unitCostFen: number | null; estimates: number; place: number
}
export type Touching = 'all' | 'changed' | 'stock' | 'estimates' | 'below'
export type LineSort = 'number' | 'dearest' | 'cheapest' | 'effect'
export type LineFilter = {
  readonly kind: PriceKind; readonly change: Change | null; readonly touching: Touching; readonly sort: LineSort; /** Parts found by what was typed. */ readonly partIds: readonly string[] | null; /** Quotes that still hold on it are touched. */ readonly today: string
  /** What a price must at least be for each fen of cost: percent above it in hundredths, VAT in percent. */ readonly floor: { readonly percent: number; readonly vat: number }
  readonly after: { readonly place: number; readonly number: string } | null; readonly limit: number
}

const unitCost = sql`case when v.here > 0 then ((v.value_fen * 1000 + v.here / 2) / v.here)::bigint end`

/** What a page is ordered by, besides the number: from the list itself (an index holds it), or from what lies here (a bounded set of parts). */
const placeOf: Readonly<Record<LineSort, Sql>> = { number: sql`0`, dearest: sql`-l.percent`, cheapest: sql`l.percent`, effect: sql`-abs(l.delta_fen * v.here / 1000)` }
const orderOf: Readonly<Record<LineSort, Sql>> = {
  number: sql`l.part_number`, dearest: sql`l.percent desc, l.part_number desc`, cheapest: sql`l.percent, l.part_number`, effect: sql`-abs(l.delta_fen * v.here / 1000), l.part_number`,
}
/** Rows behind the last one seen, in the order of the index. */
function behind(sort: LineSort, after: LineFilter['after']): Sql {
  if (after === null) return empty
  switch (sort) {
    case 'number': return sql`and l.part_number > ${after.number}`
    case 'dearest': return sql`and (l.percent, l.part_number) < (${-after.place}::integer, ${after.number})`
    case 'cheapest': return sql`and (l.percent, l.part_number) > (${after.place}::integer, ${after.number})`
    case 'effect': return sql`and (-abs(l.delta_fen * v.here / 1000), l.part_number) > (${after.place}::bigint, ${after.number})`
  }
}

const belowFloor = ({ percent, vat }: LineFilter['floor']): Sql => sql`coalesce(l.price_fen, l.before_fen) * 1000000 < ${unitCost} * ${(10_000 + percent) * (100 + vat)}::bigint`

/** What lies here and what is on open estimates is the reader's own store's. */
function from(storeId: string, { touching, sort }: LineFilter): Sql {
  const here = sql`(select part_id, here, value_fen from stock.v_part_value where store_id = ${storeId} and here > 0) v on v.part_id = l.part_id`
  return touching === 'stock' || touching === 'below' || sort === 'effect' ? sql`prices.line l join ${here}` : sql`prices.line l`
}

function conditions(storeId: string, filter: LineFilter): Sql {
  const { change, touching, partIds, floor } = filter
  return sql`l.kind = ${filter.kind} ${change === null ? empty : sql`and l.change = ${change}`} ${partIds === null ? empty : sql`and l.part_id = any(${partIds}::uuid[])`}
    ${touching === 'changed' && change === null ? sql`and l.change not in ('same', 'gone')` : empty} ${touching === 'below' ? sql`and ${belowFloor(floor)}` : empty}
    ${touching === 'estimates' ? sql`and l.part_id in (select part_id from repair_orders.v_unsigned_part where store_id = ${storeId} and until >= ${filter.today}::date)` : empty}`
}

/** A page of the list is cut out first; what is known of its parts here is asked for those alone. */
export const listLines = (tx: Tx, storeId: string, listId: string, filter: LineFilter) => tx.all<LineData>`
  with page as (
    select l.*, ${placeOf[filter.sort]} as place from ${from(storeId, filter)}
    where l.list_id = ${listId} and ${conditions(storeId, filter)} ${behind(filter.sort, filter.after)} order by ${orderOf[filter.sort]} limit ${filter.limit}
  )
  select l.part_id, l.part_number, c.name_zh, c.name_en, c.unit, l.price_fen, l.before_fen, l.change, l.delta_fen, l.percent, coalesce(v.here, 0) as here, ${unitCost} as unit_cost_fen, coalesce(e.lines, 0) as estimates, l.place
  from page l join catalogue.v_stocked c on c.id = l.part_id left join stock.v_part_value v on v.store_id = ${storeId} and v.part_id = l.part_id
  left join (select part_id, count(*) as lines from repair_orders.v_unsigned_part where store_id = ${storeId} and until >= ${filter.today}::date group by part_id) e on e.part_id = l.part_id
  order by l.place, ${filter.sort === 'dearest' ? sql`l.part_number desc` : sql`l.part_number`}`

export type Effect = { parts: number; beforeFen: number; afterFen: number; costFen: number; below: number; estimates: number }

/**
 * What the list does to the sale value of what lies here, how many of its parts are then below the floor, and how many unsigned lines name one that changes.
 * Each part's line is looked up by its key: of a list that was just brought the database knows nothing, and would walk the stock once for each of its prices.
 */
export const effectOf = (tx: Tx, storeId: string, listId: string, { kind, floor, today }: Pick<LineFilter, 'kind' | 'floor' | 'today'>) => tx.one<Effect>`
  select count(*) filter (where l.delta_fen <> 0) as parts, coalesce(sum(round(coalesce(l.before_fen, l.price_fen)::numeric * v.here / 1000)), 0)::bigint as before_fen,
    coalesce(sum(round(coalesce(l.price_fen, l.before_fen)::numeric * v.here / 1000)), 0)::bigint as after_fen, coalesce(sum(v.value_fen), 0)::bigint as cost_fen,
    count(*) filter (where ${belowFloor(floor)}) as below,
    (select count(*) from repair_orders.v_unsigned_part u cross join lateral (select delta_fen from prices.line where list_id = ${listId} and kind = ${kind} and part_id = u.part_id limit 1) c where c.delta_fen <> 0 and u.store_id = ${storeId} and u.until >= ${today}::date) as estimates
  from stock.v_part_value v cross join lateral (select price_fen, before_fen, delta_fen from prices.line where list_id = ${listId} and kind = ${kind} and part_id = v.part_id limit 1) l where v.store_id = ${storeId} and v.here > 0`
