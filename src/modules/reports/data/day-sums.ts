import { sql, type Sql, type Tx } from '../../../platform/database.ts'
import { manyRows } from '../../../platform/many-rows.ts'
import type { Sums } from '../domain/figures.ts'
import type { Grouping } from '../domain/period.ts'
import type { Counted } from './figures.ts'

/** Until which day, this one included, the store's days are summed up. */
export const summedUntil = async (tx: Tx, storeId: string): Promise<string | null> =>
  (await tx.maybe<{ until: string }>`select until from reports.summed where store_id = ${storeId}`)?.until ?? null

/** Whoever sums up a store's days waits for whoever does it at the same time. */
export const lockSummed = async (tx: Tx, storeId: string, firstDay: string): Promise<string> => {
  await tx.run`insert into reports.summed (store_id, until) values (${storeId}, ${firstDay}::date - 1) on conflict do nothing`
  return (await tx.one<{ until: string }>`select until from reports.summed where store_id = ${storeId} for update`).until
}

export const moveSummed = (tx: Tx, storeId: string, until: string) => tx.run`update reports.summed set until = ${until} where store_id = ${storeId}`

/** The local day of the first arrival; null in a store without a visit. */
export const firstDay = async (tx: Tx, storeId: string, timeZone: string): Promise<string | null> =>
  (await tx.one<{ day: string | null }>`select (min(arrived_at) at time zone ${timeZone})::date as day from repair_orders.v_visit where store_id = ${storeId}`).day

export type DaySum = { readonly day: string; readonly advisorId: string; readonly advisorName: string; readonly work: string; readonly teamId: string } & Sums

export const insertDaySums = (tx: Tx, storeId: string, rows: readonly DaySum[]) => tx.run`
  insert into reports.day_sum (store_id, day, advisor_id, advisor_name, work, team_id,
    arrived, delivered, promised, on_time, same_day, stay_milliseconds, output_fen, allowance_fen, sold_milliseconds, worked_milliseconds, attended_milliseconds, bay_milliseconds, bay_open_milliseconds, inspected, failed, came_back, booked,
    came, kept, part_lines, short_lines, short_visits, reached, satisfied, complaints, answered_in_time)
  select ${storeId}, day, advisor_id, advisor_name, work, team_id,
    coalesce(arrived, 0), coalesce(delivered, 0), coalesce(promised, 0), coalesce(on_time, 0), coalesce(same_day, 0), coalesce(stay_milliseconds, 0),
    coalesce(output_fen, 0), coalesce(allowance_fen, 0), coalesce(sold_milliseconds, 0), coalesce(worked_milliseconds, 0), coalesce(attended_milliseconds, 0), coalesce(bay_milliseconds, 0), coalesce(bay_open_milliseconds, 0),
    coalesce(inspected, 0), coalesce(failed, 0), coalesce(came_back, 0),
    coalesce(booked, 0), coalesce(came, 0), coalesce(kept, 0), coalesce(part_lines, 0), coalesce(short_lines, 0), coalesce(short_visits, 0), coalesce(reached, 0),
    coalesce(satisfied, 0), coalesce(complaints, 0), coalesce(answered_in_time, 0)
  from json_populate_recordset(null::reports.day_sum, ${manyRows(rows)}::json)`

const keyOf = (by: Grouping | null): Sql => {
  switch (by) {
    case 'day': return sql`day::text`
    case 'month': return sql`to_char(day, 'YYYY-MM')`
    case 'advisor': return sql`advisor_id`
    case 'team': return sql`team_id`
    case 'work': return sql`work`
    case null: return sql`''`
  }
}

export const readDaySums = (tx: Tx, storeId: string, from: string, to: string, by: Grouping | null) => tx.all<Counted>`
  select ${keyOf(by)} as key, ${by === 'advisor' ? sql`max(advisor_name)` : sql`''`} as name,
    sum(arrived)::bigint as arrived, sum(delivered)::bigint as delivered, sum(promised)::bigint as promised, sum(on_time)::bigint as on_time,
    sum(same_day)::bigint as same_day, sum(stay_milliseconds)::bigint as stay_milliseconds, sum(output_fen)::bigint as output_fen,
    sum(allowance_fen)::bigint as allowance_fen, sum(sold_milliseconds)::bigint as sold_milliseconds, sum(worked_milliseconds)::bigint as worked_milliseconds, sum(attended_milliseconds)::bigint as attended_milliseconds,
    sum(bay_milliseconds)::bigint as bay_milliseconds, sum(bay_open_milliseconds)::bigint as bay_open_milliseconds, sum(came_back)::bigint as came_back,
    sum(inspected)::bigint as inspected, sum(failed)::bigint as failed, sum(booked)::bigint as booked, sum(came)::bigint as came, sum(kept)::bigint as kept,
    sum(part_lines)::bigint as part_lines, sum(short_lines)::bigint as short_lines, sum(short_visits)::bigint as short_visits, sum(reached)::bigint as reached,
    sum(satisfied)::bigint as satisfied, sum(complaints)::bigint as complaints, sum(answered_in_time)::bigint as answered_in_time
  from reports.day_sum where store_id = ${storeId} and day between ${from} and ${to} group by 1`
