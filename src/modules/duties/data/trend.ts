import { sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { PointWeek } from '../domain/trend.ts'

const dayMs = 86_400_000

/** The time as moments, the positions there are (with them the index of due moments serves), and which duty is signed by which list. */
export type TrendScope = { readonly storeId: string; readonly timeZone: string; readonly from: Date; readonly until: Date; readonly positions: readonly string[]; readonly duties: readonly { readonly id: string; readonly checklist: string }[] }

/** Counted when it was signed, found by its deadline: nothing is signed longer than its grace after it, nor more than a year before. */
const signedIn = ({ storeId, from, until, positions }: Omit<TrendScope, 'duties'>): Sql => sql`i.store_id = ${storeId} and i.position = any(${positions}) and i.due_at >= ${new Date(from.getTime() - 16 * dayMs)} and i.due_at < ${new Date(until.getTime() + 400 * dayMs)}
  and i.status in ('done', 'late') and i.closed_at >= ${from} and i.closed_at < ${until} and i.evidence ->> 'kind' = 'check'`

/** How the points of all lists fared, week by week, as they were signed; audits of cars among them under their own list. */
export const pointWeeks = (tx: Tx, scope: TrendScope, audits: string) => tx.all<PointWeek>`
  with signed as (
    select l.checklist, i.position, i.closed_at as at, i.evidence -> 'points' as points
    from duties.instance i join unnest(${scope.duties.map(({ id }) => id)}::text[], ${scope.duties.map(({ checklist }) => checklist)}::text[]) as l(duty_id, checklist) on l.duty_id = i.duty_id
    where ${signedIn(scope)}
    union all
    select ${audits}, 'SAD', a.at, a.points from duties.audit a
    where a.store_id = ${scope.storeId} and a.day >= (${scope.from} at time zone ${scope.timeZone})::date and a.day < (${scope.until} at time zone ${scope.timeZone})::date
  )
  select s.checklist, s.position, p ->> 'point' as point, (array_agg(p ->> 'zh' order by s.at desc))[1] as zh, (array_agg(p ->> 'en' order by s.at desc))[1] as en,
    to_char(date_trunc('week', s.at at time zone ${scope.timeZone}), 'YYYY-MM-DD') as week,
    count(*) filter (where p ->> 'result' = 'pass') as passed, count(*) filter (where p ->> 'result' = 'fail') as failed
  from signed s cross join jsonb_array_elements(s.points) p
  where p ->> 'result' <> 'none' group by 1, 2, 3, 6 order by 1, 2, 3, 6`

export type Failure = { id: string; at: Date; position: string; personName: string; subjectName: string; note: string; taskDueAt: Date | null; taskClosedAt: Date | null; taskClosedByName: string | null }

/** The failures of one point, the newest first, each with the corrective task that it opened or that was open already. */
export const failuresOf = (tx: Tx, scope: TrendScope, wish: { checklist: string; point: string; after: string | null; limit: number }) => tx.all<Failure>`
  select i.id, i.closed_at as at, i.position, i.closed_by_name as person_name, i.subject_name, p ->> 'note' as note, t.due_at as task_due_at, t.closed_at as task_closed_at, t.closed_by_name as task_closed_by_name
  from duties.instance i cross join jsonb_array_elements(i.evidence -> 'points') p
  left join lateral (
    select t.due_at, t.closed_at, t.closed_by_name from duties.task t
    where t.store_id = i.store_id and t.checklist = ${wish.checklist} and t.point = ${wish.point} and t.position = i.position
      and (t.instance_id = i.id or (t.opened_at <= i.closed_at and (t.closed_at is null or t.closed_at > i.closed_at)))
    order by t.instance_id = i.id desc, t.opened_at desc limit 1) t on true
  where ${signedIn(scope)} and i.duty_id = any(${scope.duties.filter(({ checklist }) => checklist === wish.checklist).map(({ id }) => id)})
    and p ->> 'point' = ${wish.point} and p ->> 'result' = 'fail'
    and (${wish.after}::text is null or concat(to_char(i.closed_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), i.id) < ${wish.after})
  order by i.closed_at desc, i.id desc limit ${wish.limit}`

/** The failures of one point at audited cars; what an audit found is the advisor's until a later one passes it. */
export const failuresOfAudits = (tx: Tx, { storeId, timeZone, from, until }: Omit<TrendScope, 'positions' | 'duties'>, wish: { point: string; after: string | null; limit: number }) => tx.all<Failure>`
  select a.id, a.at, 'SAD' as position, a.person_name, concat(a.plate, ' ', a.advisor_name) as subject_name, p ->> 'note' as note, null::timestamptz as task_due_at, later.at as task_closed_at, later.person_name as task_closed_by_name
  from duties.audit a cross join jsonb_array_elements(a.points) p
  left join lateral (
    select b.at, b.person_name from duties.audit b
    where b.store_id = a.store_id and b.advisor_id = a.advisor_id and b.id > a.id and b.points @> jsonb_build_array(jsonb_build_object('point', ${wish.point}::text, 'result', 'pass'))
    order by b.id limit 1) later on true
  where a.store_id = ${storeId} and a.day >= (${from} at time zone ${timeZone})::date and a.day < (${until} at time zone ${timeZone})::date and p ->> 'point' = ${wish.point} and p ->> 'result' = 'fail'
    and (${wish.after}::text is null or concat(to_char(a.at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), a.id) < ${wish.after})
  order by a.at desc, a.id desc limit ${wish.limit}`
