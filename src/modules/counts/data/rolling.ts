import { firstIdAt } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database.ts'
import type { CountSettings } from '../domain/settings.ts'
import type { CountKind } from '../domain/life.ts'
import type { Proposed, Shelf } from '../domain/rolling.ts'

const aYear = 365 * 86_400_000

/** Every shelf that holds something and is in no count under way: the value of its part's issues in a year, when it was last counted, and what was wrong there in a year. */
export const shelvesToCount = (tx: Tx, storeId: string, now: Date, timeZone: string) => tx.all<Shelf>`
  with issued as (
    select part_id, sum(cost_fen) as fen from stock.v_issue where store_id = ${storeId} and id >= ${firstIdAt(new Date(now.getTime() - aYear))} group by part_id
  ), past as (
    select part_id, place_id, max(counted_at) as at, count(*) filter (where difference_thousandths <> 0 and counted_at >= ${new Date(now.getTime() - aYear)}) as errors
    from counts.line where store_id = ${storeId} and counted_at is not null group by part_id, place_id
  )
  select b.part_id, b.place_id, b.bin, coalesce(i.fen, 0)::bigint as issued_fen, (${now}::timestamptz at time zone ${timeZone})::date - (p.at at time zone ${timeZone})::date as days_since, coalesce(p.errors, 0) as errors
  from stock.v_bin_balance b
  left join issued i on i.part_id = b.part_id
  left join past p on p.part_id = b.part_id and p.place_id = b.place_id
  where b.store_id = ${storeId} and not exists (
    select from counts.line l join counts.count c on c.store_id = l.store_id and c.id = l.count_id
    where l.store_id = b.store_id and l.part_id = b.part_id and l.place_id = b.place_id and c.ended_at is null and c.status <> 'adjusted')`

/** Of which day the shelves that are due next are, and by which settings they were chosen. */
export type Ranked = { day: string; settingsVersion: number }
export const findRanked = (tx: Tx, storeId: string) => tx.maybe<Ranked>`select day, settings_version from counts.ranked where store_id = ${storeId}`

export async function keepRanked(tx: Tx, storeId: string, { day, settingsVersion }: Ranked, next: readonly Proposed[]): Promise<void> {
  await tx.run`
    insert into counts.ranked (store_id, day, settings_version) values (${storeId}, ${day}, ${settingsVersion})
    on conflict (store_id) do update set day = excluded.day, settings_version = excluded.settings_version`
  await tx.run`delete from counts.next_shelf where store_id = ${storeId}`
  await tx.run`
    insert into counts.next_shelf (store_id, part_id, place_id, value_class, issued_fen) select ${storeId}, * from unnest(${next.map((s) => s.partId)}::uuid[], ${next.map((s) => s.placeId)}::uuid[],
      ${next.map((s) => s.valueClass)}::text[], ${next.map((s) => s.issuedFen)}::bigint[])`
}

/** The shelves kept as due next, as they are now: what is empty meanwhile or stands in a count under way is left out. */
export const nextShelves = (tx: Tx, storeId: string, now: Date, timeZone: string) => tx.all<Proposed>`
  select n.part_id, n.place_id, b.bin, n.value_class, n.issued_fen, (${now}::timestamptz at time zone ${timeZone})::date - (p.at at time zone ${timeZone})::date as days_since, coalesce(p.errors, 0) as errors
  from counts.next_shelf n
  join lateral (select bin from stock.v_bin_balance b where b.store_id = ${storeId} and b.part_id = n.part_id and b.place_id = n.place_id limit 1) b on true
  left join lateral (
    select max(counted_at) as at, count(*) filter (where difference_thousandths <> 0 and counted_at >= ${new Date(now.getTime() - aYear)}) as errors
    from counts.line where store_id = ${storeId} and part_id = n.part_id and place_id = n.place_id and counted_at is not null) p on true
  where n.store_id = ${storeId} and not exists (
    select from counts.line l join counts.count c on c.store_id = l.store_id and c.id = l.count_id
    where l.store_id = ${storeId} and l.part_id = n.part_id and l.place_id = n.place_id and c.ended_at is null and c.status <> 'adjusted')`

export const findSettings = (tx: Tx, storeId: string) => tx.maybe<CountSettings & { version: number }>`
  select recount_thousandths, recount_fen, lines_a_day, days_a, days_b, days_c, accuracy_target, version from counts.setting where store_id = ${storeId}`

/** Answers 0 where somebody else kept them meanwhile. */
export const keepSettings = (tx: Tx, storeId: string, s: CountSettings, seen: number) => tx.run`
  insert into counts.setting as k (store_id, recount_thousandths, recount_fen, lines_a_day, days_a, days_b, days_c, accuracy_target, version)
  values (${storeId}, ${s.recountThousandths}, ${s.recountFen}, ${s.linesADay}, ${s.daysA}, ${s.daysB}, ${s.daysC}, ${s.accuracyTarget}, ${seen + 1})
  on conflict (store_id) do update set recount_thousandths = excluded.recount_thousandths, recount_fen = excluded.recount_fen, lines_a_day = excluded.lines_a_day, days_a = excluded.days_a, days_b = excluded.days_b,
    days_c = excluded.days_c, accuracy_target = excluded.accuracy_target, version = k.version + 1 where k.version = ${seen}`

export type MonthData = { month: string; kind: CountKind; counts: number; lines: number; right: number; netFen: number; absoluteFen: number }

/** By the month in which the counting was complete; cancelled and reversed ones say nothing about the books. */
export const accuracyByMonth = (tx: Tx, storeId: string, since: Date, timeZone: string) => tx.all<MonthData>`
  select to_char(entered_at at time zone ${timeZone}, 'YYYY-MM') as month, kind, count(*) as counts, sum(lines)::bigint as lines, sum(lines_right)::bigint as right, sum(net_fen)::bigint as net_fen, sum(absolute_fen)::bigint as absolute_fen
  from counts.count where store_id = ${storeId} and entered_at >= ${since} and status not in ('cancelled', 'reversed') and status <> 'recounting' group by 1, 2 order by 1 desc, 2`
