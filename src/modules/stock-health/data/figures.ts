import { firstIdAt } from '../../../kernel/ids.ts'
import { empty, join, sql, type Tx } from '../../../platform/database.ts'
import type { ValueClass } from '../../counts/domain/rolling.ts'
import { ageBounds, type MonthSum, type ReviewedFigure, type VariationClass } from '../domain/figures.ts'
import { agesSince, type MakeAttainment } from './sums.ts'

export const attainmentSince = (tx: Tx, storeId: string, month: string) => tx.all<MakeAttainment & { month: string }>`
  select month, make_zh, make_en, lines, short from stock_health.month_attainment where store_id = ${storeId} and month >= ${month} order by month desc, lines desc`

export type ShortData = { id: string; number: string; orderId: string; orderNumber: string; plate: string; partNumber: string; nameZh: string; nameEn: string; thousandths: number; askedAt: Date }

/** What the cars that were delivered in the time had to wait for. */
export const shortIn = (tx: Tx, storeId: string, { from, until, make, after, limit }: { from: Date; until: Date; make: string | null; after: string | null; limit: number }) => tx.all<ShortData>`
  select r.id, r.number, r.order_id, r.order_number, r.plate, r.part_number, r.name_zh, r.name_en, r.thousandths, r.asked_at
  from repair_orders.v_visit v join purchasing.v_short r on r.store_id = v.store_id and r.order_id = v.id
  ${make === null ? empty : sql`join repair_orders.v_stay o on o.store_id = v.store_id and o.id = v.id left join vehicles.v_make m on m.store_id = v.store_id and m.id = o.vehicle_id`}
  where v.store_id = ${storeId} and v.closed_at >= ${from} and v.closed_at < ${until} and v.status = 'delivered'
    ${make === null ? empty : sql`and coalesce(m.make_zh, '') = ${make}`} ${after === null ? empty : sql`and r.id < ${after}`}
  order by r.id desc limit ${limit}`

export const totalsSince = (tx: Tx, storeId: string, month: string) => tx.all<MonthSum>`
  select month, cost_fen, value_fen from stock_health.month_total where store_id = ${storeId} and month >= ${month} order by month`

/** What has moved since: added to what was summed up before, it is the running month and what lies here now. */
export const movedInValue = (tx: Tx, storeId: string, { from, since }: { from: Date; since: Date }) => tx.one<{ costFen: number; valueFen: number }>`
  select coalesce((select sum(cost_fen) from stock.v_job_move where store_id = ${storeId} and id >= ${firstIdAt(from)}), 0)::bigint as cost_fen,
    coalesce((select sum(value_fen) from stock.v_value_move where store_id = ${storeId} and id >= ${firstIdAt(since)}), 0)::bigint as value_fen`

/** The running month so far, and what lies here now, where nothing was summed up in it. */
export const runningMonth = (tx: Tx, storeId: string, from: Date) => tx.one<{ costFen: number; valueFen: number }>`
  select coalesce((select sum(cost_fen) from stock.v_job_move where store_id = ${storeId} and id >= ${firstIdAt(from)}), 0)::bigint as cost_fen,
    coalesce((select sum(value_fen) from stock.v_part_value where store_id = ${storeId}), 0)::bigint as value_fen`

const ageAt = (today: string) => sql`width_bucket(${today}::date - received_on, ${ageBounds.map((days) => days + 1)}::integer[])`
export type AgeSum = { at: number; lots: number; valueFen: number }

/** What was kept by day and what moved since; where nothing is kept yet, lot by lot. */
export const agesOfLots = (tx: Tx, storeId: string, { today, keptAt }: { today: string; keptAt: Date | null }) => (keptAt === null
  ? tx.all<AgeSum>`select ${ageAt(today)} as at, count(*) as lots, sum(value_fen)::bigint as value_fen from stock.v_open_lot where store_id = ${storeId} group by 1`
  : tx.all<AgeSum>`
    select ${ageAt(today)} as at, sum(lots)::bigint as lots, sum(value_fen)::bigint as value_fen from (
      select received_on, lots, value_fen from stock_health.age_day where store_id = ${storeId} union all select * from (${agesSince(storeId, keptAt)}) s) d
    group by 1 having sum(lots) <> 0`)

export type HealthPart = { partId: string; here: number; valueFen: number; receivedOn: string | null; yearFen: number }
/** Where the page before ended: the amount it is sorted by, and the part. */
export type Mark = { readonly fen: number; readonly partId: string }
const beyond = (fen: ReturnType<typeof sql>, partId: ReturnType<typeof sql>, after: Mark | null) => (after === null ? empty : sql`and (${fen} < ${after.fen} or (${fen} = ${after.fen} and ${partId} > ${after.partId}))`)

export const partsOfAge = (tx: Tx, storeId: string, { from, until, after, limit }: { from: string | null; until: string; after: Mark | null; limit: number }) => tx.all<HealthPart>`
  select part_id, here, value_fen, received_on, 0::bigint as year_fen from (
    select part_id, sum(here)::bigint as here, sum(value_fen)::bigint as value_fen, min(received_on) as received_on from stock.v_open_lot
    where store_id = ${storeId} and received_on <= ${until} ${from === null ? empty : sql`and received_on >= ${from}`} group by part_id) p
  where true ${beyond(sql`value_fen`, sql`part_id`, after)} order by value_fen desc, part_id limit ${limit}`

export const yearOf = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<{ partId: string; yearFen: number }>`
  select part_id, year_fen from stock_health.part_state where store_id = ${storeId} and part_id = any(${partIds})`

/** Parts that moved since the parts were classed, a few hundred, and whether a job took them. */
export const movedSince = (tx: Tx, storeId: string, since: Date) => tx.all<{ partId: string; issued: boolean }>`
  select part_id, bool_or(line_id is not null) as issued from stock.v_moved where store_id = ${storeId} and id >= ${firstIdAt(since)} group by part_id`

/** What moved since is read anew; all others stand as they were when they were classed. */
const standing = (storeId: string, moved: readonly string[]) => sql`
  stock_health.part_state s left join stock.v_part_value m on m.store_id = ${storeId} and m.part_id = s.part_id and m.part_id = any(${moved}::uuid[])`
const here = sql`coalesce(m.here, s.here_thousandths)`
const value = sql`coalesce(m.value_fen, s.value_fen)`

export const classSums = (tx: Tx, storeId: string, moved: readonly string[]) => tx.all<{ valueClass: ValueClass; variationClass: VariationClass; parts: number; valueFen: number; yearFen: number }>`
  select s.value_class, s.variation_class, count(*) as parts, sum(${value})::bigint as value_fen, sum(s.year_fen)::bigint as year_fen
  from ${standing(storeId, moved)} where s.store_id = ${storeId} and (${here} > 0 or s.year_fen <> 0) group by 1, 2`

type ClassWish = { readonly valueClass: ValueClass; readonly variationClass: VariationClass; readonly moved: readonly string[]; readonly after: Mark | null; readonly limit: number }

export const partsOfClass = (tx: Tx, storeId: string, { valueClass, variationClass, moved, after, limit }: ClassWish) => tx.all<HealthPart>`
  select s.part_id, ${here} as here, ${value} as value_fen, null::date as received_on, s.year_fen from ${standing(storeId, moved)}
  where s.store_id = ${storeId} and s.value_class = ${valueClass} and s.variation_class = ${variationClass} and (${here} > 0 or s.year_fen <> 0) ${beyond(sql`s.year_fen`, sql`s.part_id`, after)}
  order by s.year_fen desc, s.part_id limit ${limit}`

export type DeadWish = { readonly before: string; readonly minimumFen: number; readonly moved: readonly string[]; /** By jobs, since the parts were classed: not idle. */ readonly issued: readonly string[] }

const notExcepted = (storeId: string) => sql`s.part_id not in (select part_id from stock_health.exception where store_id = ${storeId} and ended_at is null)`
const dead = (storeId: string, { before, minimumFen, moved, issued }: DeadWish) => sql`
  from ${standing(storeId, moved)}
  where s.store_id = ${storeId} and s.idle_since <= ${before} and ${here} > 0 and ${value} >= ${minimumFen}
    and ${notExcepted(storeId)}
    and s.part_id <> all(${issued}::uuid[])`

export type DeadData = { partId: string; here: number; free: number; valueFen: number; idleSince: string; promotion: string | null }
type DeadPage = { readonly today: string; readonly patterns: readonly string[]; readonly after: Mark | null; readonly limit: number }

const found = (patterns: readonly string[]) => (patterns.length === 0 ? empty
  : sql`and s.part_id in (select id from catalogue.v_part where ${join(patterns.map((pattern) => sql`find_text like ${pattern}`), ' and ')})`)

const state = (storeId: string, wish: DeadWish, patterns: readonly string[], after: Mark | null) => sql`
  select s.part_id, ${here} as here, ${value} as value_fen, s.idle_since ${dead(storeId, wish)} ${found(patterns)} ${beyond(value, sql`s.part_id`, after)}`

/** Of what did not move since it was classed, a page in the order that is kept; what moved is a few hundred parts more. */
export const deadParts = (tx: Tx, storeId: string, wish: DeadWish, { today, patterns, after, limit }: DeadPage) => tx.all<DeadData>`
  select d.*, v.free, (select p.number from stock_health.promotion_line l join stock_health.promotion p on p.store_id = l.store_id and p.id = l.promotion_id
    where l.store_id = ${storeId} and l.part_id = d.part_id and p.ended_at is null and p.until_day >= ${today} order by p.number limit 1) as promotion
  from (
    select * from (
      (select s.part_id, s.here_thousandths as here, s.value_fen, s.idle_since from stock_health.part_state s
        where s.store_id = ${storeId} and s.idle_since <= ${wish.before} and s.here_thousandths > 0 and s.value_fen >= ${wish.minimumFen} and ${notExcepted(storeId)}
          and s.part_id <> all(${wish.moved}::uuid[]) ${found(patterns)} ${beyond(sql`s.value_fen`, sql`s.part_id`, after)}
        order by s.value_fen desc, s.part_id limit ${limit})
      union all
      (${state(storeId, wish, patterns, after)} and s.part_id = any(${wish.moved}::uuid[]))
    ) f order by value_fen desc, part_id limit ${limit}) d
  join stock.v_part_value v on v.store_id = ${storeId} and v.part_id = d.part_id
  order by d.value_fen desc, d.part_id`

export const deadTotal = (tx: Tx, storeId: string, wish: DeadWish, patterns: readonly string[] = []) => tx.one<{ parts: number; valueFen: number }>`
  select count(*) as parts, coalesce(sum(${value}), 0)::bigint as value_fen ${dead(storeId, wish)} ${found(patterns)}`

export type ReviewData = { id: string; figure: ReviewedFigure; at: Date; personName: string; words: string }
export const reviewsOf = (tx: Tx, storeId: string, figure: ReviewedFigure) => tx.all<ReviewData>`
  select id, figure, at, person_name, words from stock_health.review where store_id = ${storeId} and figure = ${figure} order by at desc limit 24`
export const insertReview = (tx: Tx, storeId: string, r: ReviewData & { personId: string; positions: readonly string[]; snapshot: unknown }) => tx.run`
  insert into stock_health.review (store_id, id, figure, at, person_id, person_name, positions, words, snapshot)
  values (${storeId}, ${r.id}, ${r.figure}, ${r.at}, ${r.personId}, ${r.personName}, ${r.positions}, ${r.words}, ${JSON.stringify(r.snapshot)}::jsonb)`
