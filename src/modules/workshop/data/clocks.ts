import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { Status } from '../../repair-orders/domain/life.ts'
import type { WaitReason } from '../domain/jobs.ts'

export type CorrectionData = { at: string; personName: string; reason: string; fromBefore: string; untilBefore: string; fromAfter: string; untilAfter: string }
export type ClockRow = {
  id: string; orderId: string; jobId: string; number: string; plate: string; status: Status; code: string; nameZh: string; nameEn: string; personId: string; personName: string
  startedAt: Date; stoppedAt: Date | null; reason: WaitReason | 'finished' | null; version: number; corrections: CorrectionData[]
}

const clockRow = sql`
  select c.id, c.order_id, c.job_id, o.number, o.plate, o.status, l.code, l.name_zh, l.name_en, c.person_id, c.person_name, c.started_at, c.stopped_at, c.pause_reason as reason, c.version,
    coalesce((select jsonb_agg(jsonb_build_object('at', k.at, 'personName', k.person_name, 'reason', k.reason,
      'fromBefore', k.from_before, 'untilBefore', k.until_before, 'fromAfter', k.from_after, 'untilAfter', k.until_after) order by k.id)
      from workshop.clock_correction k where k.store_id = c.store_id and k.clock_id = c.id), '[]') as corrections
  from workshop.clock c
  join workshop.job j on j.store_id = c.store_id and j.id = c.job_id
  join repair_orders.v_visit o on o.store_id = c.store_id and o.id = c.order_id
  join repair_orders.v_line l on l.store_id = c.store_id and l.id = j.line_id`

/** Begun within these moments; the people of a workshop do not begin more in a day. */
export const clocksBetween = (tx: Tx, storeId: string, from: Date, until: Date) => tx.all<ClockRow>`
  ${clockRow} where c.store_id = ${storeId} and c.started_at >= ${from} and c.started_at < ${until} order by c.started_at, c.id limit 1000`

/** Stopped by themselves since then, and not corrected. */
export const forgottenSince = (tx: Tx, storeId: string, since: Date) => tx.all<ClockRow>`
  ${clockRow} where c.store_id = ${storeId} and c.pause_reason = 'forgotten' and c.version = 1 and c.started_at >= ${since} order by c.started_at desc, c.id limit 200`

export type KnownClock = { id: string; orderId: string; jobId: string; personId: string; personName: string; startedAt: Date; stoppedAt: Date | null; version: number }

export const findClock = (tx: Tx, storeId: string, clockId: string) => tx.maybe<KnownClock>`
  select id, order_id, job_id, person_id, person_name, started_at, stopped_at, version from workshop.clock where store_id = ${storeId} and id = ${clockId}`

/** Whoever corrects clocks of a person waits for whoever does it at the same time. */
export const waitForClocks = (tx: Tx, storeId: string, personId: string) => tx.run`select pg_advisory_xact_lock(hashtext('workshop.clocks ' || ${storeId}::text || ${personId}::text))`

/** Other clocks of a person that may touch a span: none runs longer than two days. */
export const otherClocks = (tx: Tx, storeId: string, but: { id: string; personId: string; from: Date; until: Date }) => tx.all<{ startedAt: Date; stoppedAt: Date | null; plate: string }>`
  select c.started_at, c.stopped_at, o.plate from workshop.clock c join repair_orders.v_visit o on o.store_id = c.store_id and o.id = c.order_id
  where c.store_id = ${storeId} and c.person_id = ${but.personId} and c.id <> ${but.id} and c.started_at < ${but.until} and c.started_at > ${but.from}::timestamptz - interval '2 days'`

export const correctClock = (tx: Tx, storeId: string, clock: { id: string; from: Date; until: Date }) => tx.run`
  update workshop.clock set started_at = ${clock.from}, stopped_at = ${clock.until}, version = version + 1 where store_id = ${storeId} and id = ${clock.id}`

export type NewCorrection = { id: string; clockId: string; at: Date; personId: string; personName: string; reason: string; fromBefore: Date; untilBefore: Date; fromAfter: Date; untilAfter: Date }

export const insertCorrection = (tx: Tx, storeId: string, k: NewCorrection) => tx.run`
  insert into workshop.clock_correction (store_id, id, clock_id, at, person_id, person_name, reason, from_before, until_before, from_after, until_after)
  values (${storeId}, ${k.id}, ${k.clockId}, ${k.at}, ${k.personId}, ${k.personName}, ${k.reason}, ${k.fromBefore}, ${k.untilBefore}, ${k.fromAfter}, ${k.untilAfter})`

/** Clocks that run, the longest first: as many as people. */
export const runningClocks = (tx: Tx, storeId: string) => tx.all<KnownClock>`
  select id, order_id, job_id, person_id, person_name, started_at, stopped_at, version from workshop.clock where store_id = ${storeId} and stopped_at is null order by started_at limit 1000`

/** Who gets which part of a job's sold hours: as the foreman set it, else by clocked time; without a clock all of it is the technician's. */
const partsOfJob = sql`
  select w.person_id, w.person_name, case when j.share_percent is not null then coalesce(w.share, 0) / 100.0 when sum(w.clocked) over () > 0 then w.clocked / sum(w.clocked) over () else w.own end as part
  from (select p.person_id, p.person_name, p.share, p.own, coalesce((select sum(date_part('epoch', c.stopped_at - c.started_at)) from workshop.clock c
      where c.store_id = j.store_id and c.job_id = j.id and c.person_id = p.person_id and c.stopped_at is not null), 0) as clocked
    from (select j.technician_id as person_id, j.technician_name as person_name, j.share_percent as share, 1.0 as own
      union all select h.person_id, h.person_name, h.share_percent, 0.0 from workshop.helper h where h.store_id = j.store_id and h.job_id = j.id) p) w`

export type HoursData = { key: string; name: string; workedMilliseconds: number; soldMilliseconds: number }

/** What people's clocks show and what standard hours their finished jobs have: by person, or of one person by day. Clocks count on the day they stopped, jobs on the day they were finished. */
export const hoursOf = (tx: Tx, storeId: string, span: { from: Date; until: Date; timeZone: string; personId: string | null }) => tx.all<HoursData>`
  select key, max(name) as name, sum(worked)::bigint as worked_milliseconds, sum(sold)::bigint as sold_milliseconds from (
    select ${span.personId === null ? sql`c.person_id::text` : sql`(c.stopped_at at time zone ${span.timeZone})::date::text`} as key, c.person_name as name, (date_part('epoch', c.stopped_at - c.started_at) * 1000)::bigint as worked, 0 as sold
    from workshop.clock c where c.store_id = ${storeId} and c.stopped_at >= ${span.from} and c.stopped_at < ${span.until} ${span.personId === null ? empty : sql`and c.person_id = ${span.personId}`}
    union all
    select ${span.personId === null ? sql`s.person_id::text` : sql`(j.finished_at at time zone ${span.timeZone})::date::text`}, s.person_name, 0, round((l.quantity_thousandths * 3600 * s.part)::numeric)::bigint
    from workshop.job j join repair_orders.v_line l on l.store_id = j.store_id and l.id = j.line_id
    cross join lateral (${partsOfJob}) s
    where j.store_id = ${storeId} and j.status = 'finished' and j.finished_at >= ${span.from} and j.finished_at < ${span.until} ${span.personId === null ? empty : sql`and s.person_id = ${span.personId}`}
  ) r group by key order by key`
