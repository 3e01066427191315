import { defaultPack } from '../../src/modules/duties/domain/default-pack.ts'
import type { House } from './house.ts'

// The other side of the comparison: what the boards should say, by SQL of its own over the rows. Nothing here calls the product's data layer; even the levels of escalation and the parts of the house are reckoned anew.

/** What is compared: each number under a name of its own. */
export type Numbers = Map<string, number>

export const put = (numbers: Numbers, name: string, values: Readonly<Record<string, number | null>>): void => {
  for (const [what, value] of Object.entries(values)) if (value !== null) numbers.set(`${name} · ${what}`, value)
}

export type Ended = { done: number; late: number; missed: number; excused: number; byData: number; overdue?: number; rate: number | null }
export type Period = { readonly from: string; readonly to: string }

const local = (column: string): string => `(${column} at time zone 'Asia/Shanghai')`
const ended = (alias: string): string => `
  sum((${alias}.status = 'done')::int)::int as done, sum((${alias}.status = 'late')::int)::int as late, sum((${alias}.status = 'missed')::int)::int as missed, sum((${alias}.status = 'excused')::int)::int as excused,
  sum((coalesce(${alias}.evidence ->> 'kind', '') = 'auto' and ${alias}.status in ('done', 'late', 'excused', 'missed'))::int)::int as "byData",
  (round(10000.0 * sum((${alias}.status = 'done')::int) / nullif(sum((${alias}.status in ('done', 'late', 'missed'))::int), 0)))::int as rate`

/** Ended, or open and past its deadline at that moment. */
const onBoard = (moment: string): string => `(i.closed_at is not null or i.due_at < ${moment})`
const overdue = 'sum((i.closed_at is null)::int)::int as overdue'

const whose = `case when i.holder_id is not null then i.holder_id::text when i.closed_by is not null then i.closed_by::text else coalesce(i.did_by::text, '') end || '|' || i.position`
/** The team of that day, looked for row by row: of the periods that hold the local day, the one there is. */
const teamThen = `coalesce((select m.team_id::text from teams.team_member m where m.store_id = i.store_id and m.person_id = (case when i.holder_id is not null then i.holder_id when i.closed_by is not null then i.closed_by else i.did_by end) and ${local('i.due_at')}::date between m.from_day and m.until_day), '')`
const keys = { position: 'i.position', team: teamThen, person: whose, duty: 'i.duty_id', week: `${local('i.due_at')}::date - (extract(isodow from i.due_at at time zone 'Asia/Shanghai')::int - 1)` } as const
export type By = keyof typeof keys

/** All periods in one question, by the store's own days. */
export async function boards({ sql, now }: House, storeId: string, by: By, periods: readonly Period[]): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const rows = await sql<Ended & { from: string; to: string; key: string }>(`
    select p.first::text as "from", p.last::text as "to", (${keys[by]})::text as key, ${ended('i')}, ${overdue}
    from unnest($2::date[], $3::date[]) as p(first, last) join duties.instance i on ${local('i.due_at')}::date between p.first and p.last
    where i.store_id = $1 and ${onBoard('$4')} group by 1, 2, 3`, [storeId, periods.map(({ from }) => from), periods.map(({ to }) => to), now()])
  for (const { from, to, key, ...row } of rows) put(numbers, `${by} ${key} ${from}–${to}`, row)
  return numbers
}

/** What no person is put down for, with the names that the records behind it have. */
const sharedName = (position: string, names: readonly string[] | undefined): string => `${position}（岗位共担，未记到个人${names === undefined ? '' : `；数据显示由${names.join('、')}完成`}）`

/** The month's appraisal sheet: people by name and position. */
export async function appraisal({ sql, now }: House, storeId: string, { from, to }: Period): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const span = [storeId, from, to, now()]
  const named = new Map((await sql<{ position: string; names: string[] }>(`
    select p.zh as position, array_agg(distinct d.name order by d.name) as names from duties.instance i join organisation.position p on p.code = i.position cross join lateral jsonb_array_elements_text(i.evidence -> 'doers') as d(name)
    where i.store_id = $1 and ${onBoard('$4')} and ${local('i.due_at')}::date between $2 and $3 and i.holder_id is null and i.closed_by is null and i.did_by is null group by 1`, span)).map(({ position, names }) => [position, names]))
  const rows = await sql<Ended & { name: string | null; position: string }>(`
    select case when i.holder_id is not null then i.holder_name when i.closed_by is not null then i.closed_by_name when i.did_by is not null then i.did_by_name end as name, p.zh as position, ${ended('i')}, ${overdue}
    from duties.instance i join organisation.position p on p.code = i.position where i.store_id = $1 and ${onBoard('$4')} and ${local('i.due_at')}::date between $2 and $3 group by 1, 2`, span)
  const all = { done: 0, late: 0, missed: 0, excused: 0, byData: 0, overdue: 0 }
  for (const { name, position, done, late, missed, excused, byData, overdue: overdueNow = 0 } of rows) {
    const counts = { done, late, missed, excused, byData, overdue: overdueNow }
    put(numbers, `appraisal ${name ?? sharedName(position, named.get(position))} ${position} ${from}–${to}`, counts)
    for (const what of Object.keys(all) as (keyof typeof all)[]) all[what] += counts[what]
  }
  if (rows.length > 0) put(numbers, `appraisal 全店合计 null ${from}–${to}`, all) // its last row
  return numbers
}

/** What stands on a person's page of a month: how many of which end, and what was done after its deadline. */
export async function personPages({ sql, now }: House, storeId: string, { from, to }: Period): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const rows = await sql<{ key: string; status: string; count: number; duties: number; minutes: number; explained: number }>(`
    select ${whose} as key, i.status, count(*)::int as count, count(distinct i.duty_id)::int as duties, sum(case when i.closed_by is null then 0 else floor(extract(epoch from i.closed_at - i.due_at) / 60) end)::int as minutes, sum((i.explanation <> '')::int)::int as explained
    from duties.instance i where i.store_id = $1 and ${onBoard('$4')} and ${local('i.due_at')}::date between $2 and $3 group by 1, 2`, [storeId, from, to, now()])
  for (const { key, status, count, duties, explained } of rows) put(numbers, `page of ${key} ${from}–${to} · ${status}`, { count, duties, explained })
  return numbers
}

const areaOf = `case
  when list in ('front-desk 5S', 'desk opening', 'desk 5S', 'document review', 'process audit') then 'front-desk'
  when list in ('workshop 5S', 'equipment and appearance, signed', 'tool count', 'team 5S; oil drum <= 2/3', 'four-piece set per vehicle in the workshop') then 'workshop'
  when list in ('store safety', 'store 5S', 'store closing', 'pick-up') then 'parts'
  when list = '6S round' then 'house'
  when position in ('FDS', 'SAD', 'WCL', 'CCC') then 'front-desk'
  when position in ('WSS', 'TSU', 'MTL', 'BTL', 'TEC', 'QCI', 'WSH') then 'workshop'
  when position in ('PTS', 'PPL', 'WHK') then 'parts' else 'house' end`

/** How the points of checklists fared, by part of the house or by list, each point of each week. */
export async function trend({ sql }: House, storeId: string, by: 'area' | 'checklist', { from, to }: Period): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const rows = await sql<{ code: string; list: string; point: string; week: string; passed: number; failed: number }>(`
    with signed as (
      select (select coalesce(part ->> 'code', part ->> 'en') from jsonb_array_elements(d.proof) part where part ->> 'kind' = 'check' limit 1) as list, i.position, ${local('i.closed_at')}::date as day, i.evidence -> 'points' as points
      from duties.instance i join duties.duty d using (store_id) where d.id = i.duty_id and i.store_id = $1 and i.evidence ->> 'kind' = 'check' and i.status <> 'excused'
      union all select 'process audit', 'SAD', a.day, a.points from duties.audit a where a.store_id = $1)
    select ${by === 'area' ? areaOf : 'list'} as code, list, point.value ->> 'point' as point, (day - (extract(isodow from day)::int - 1))::text as week,
      sum((point.value ->> 'result' = 'pass')::int)::int as passed, sum((point.value ->> 'result' = 'fail')::int)::int as failed
    from signed, jsonb_array_elements(points) as point where day between $2 and $3 and list is not null and point.value ->> 'result' in ('pass', 'fail') group by 1, 2, 3, 4`, [storeId, from, to])
  const add = (name: string, value: number): void => { if (value > 0) numbers.set(name, (numbers.get(name) ?? 0) + value) }
  for (const { code, list, point, week, passed, failed } of rows) {
    for (const [what, value] of [['passed', passed], ['failed', failed]] as const) {
      for (const name of [`trend ${by} ${code}`, `trend ${by} ${code} ${week}`, `trend ${by} ${code} · ${list} · ${point}`, `trend ${by} ${code} · ${list} · ${point} ${week}`]) add(`${from} ${name} · ${what}`, value)
    }
  }
  return numbers
}

const above = defaultPack.positions.flatMap(({ position, reportsTo }) => [...new Set([...reportsTo.toReversed(), 'GM'])].filter((superior) => superior !== position).map((superior, index) => ({ position, superior, step: index + 1 })))

/** What a manager is shown at a moment: everything late or missed of a fortnight that is his to see by the manual's edges and the house's open hours. */
export async function supervision({ sql }: House, storeId: string, login: string, moment: Date): Promise<Numbers> {
  const [row] = await sql<{ rows: number; debt: number; levels: number; acknowledgements: number; open: number }>(`
    with mine as (select t.position, p.id from organisation.credential c join organisation.person p on p.id = c.person_id join organisation.staff t on t.person_id = p.id and t.store_id = $1 where c.login = $2),
    above as (select * from unnest($4::text[], $5::text[], $6::int[]) as a(position, superior, step)),
    sees as (
      select position, min(step) as step from (
        select w.position, 0 as step from duties.duty d cross join unnest(d.watch) as w(position) where d.store_id = $1 and d.withdrawn is null and d.position in (select position from mine)
        union all select position, step from above where superior in (select position from mine)) each where position not in (select position from mine) group by position),
    shown as (
      select i.id, i.status, s.step, least((select count(*) from above a where a.position = i.position)::numeric, floor(floor(coalesce(o.minutes, 0)) / greatest(30, d.grace_minutes))) as level
      from duties.instance i join sees s on s.position = i.position join duties.duty d on d.store_id = i.store_id and d.id = i.duty_id
      cross join lateral (
        select sum(greatest(0, extract(epoch from least((day.day + h.closes::time) at time zone 'Asia/Shanghai', u.until) - greatest((day.day + h.opens::time) at time zone 'Asia/Shanghai', i.due_at)) / 60)) as minutes
        from (select case when i.status = 'late' then i.closed_at else $3::timestamptz end as until) u
        cross join lateral (select ${local('i.due_at')}::date + ahead as day from generate_series(0, 30) as ahead) day
        cross join lateral (
          select e.opens, e.closes from organisation.opening_exception e where e.store_id = $1 and e.day = day.day
          union all select w.opens, w.closes from organisation.opening_hours w where w.store_id = $1 and w.weekday = extract(isodow from day.day) and not exists (select from organisation.opening_exception e where e.store_id = $1 and e.day = day.day)) h
        where h.opens is not null and (day.day::timestamp at time zone 'Asia/Shanghai') < u.until) o
      where i.store_id = $1 and i.status in ('open', 'late', 'missed', 'excused') and i.due_at < $3 and ${local('i.due_at')}::date >= ${local('$3::timestamptz')}::date - 14),
    reached as (select * from shown where level >= step)
    select count(*)::int as rows, (count(*) filter (where status not in ('late', 'excused') and not exists (select from duties.acknowledgement a where a.store_id = $1 and a.instance_id = reached.id and a.person_id in (select id from mine))))::int as debt,
      coalesce(sum(level), 0)::int as levels, (select count(*)::int from duties.acknowledgement a where a.store_id = $1 and a.instance_id in (select id from reached)) as acknowledgements, (count(*) filter (where status = 'open'))::int as open from reached`,
  [storeId, login, moment, above.map(({ position }) => position), above.map(({ superior }) => superior), above.map(({ step }) => step)])
  const numbers: Numbers = new Map()
  const { open = 0, ...shown } = row ?? { rows: 0, debt: 0, levels: 0, acknowledgements: 0 }
  put(numbers, `supervision ${login} ${moment.toISOString()}`, shown)
  put(numbers, `week of ${login} ${moment.toISOString()}`, { debt: shown.debt, owed: open })
  return numbers
}

/** How a week went with a manager's people. */
export async function team({ sql }: House, storeId: string, login: string, { from, to }: Period): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const rows = await sql<Ended & { key: string | null }>(`
    with mine as (select t.position from organisation.credential c join organisation.staff t on t.person_id = c.person_id and t.store_id = $1 where c.login = $2),
    theirs as (
      select w.position from duties.duty d cross join unnest(d.watch) as w(position) where d.store_id = $1 and d.withdrawn is null and d.position in (select position from mine)
      union select a.position from unnest($5::text[], $6::text[]) as a(position, superior) where a.superior in (select position from mine)
      except select position from mine)
    select ${whose} as key, ${ended('i')} from duties.instance i join theirs using (position) where i.store_id = $1 and i.closed_at is not null and ${local('i.due_at')}::date between $3 and $4 group by grouping sets ((1), ())`,
  [storeId, login, from, to, above.map(({ position }) => position), above.map(({ superior }) => superior)])
  for (const { key, byData: _, done, late, missed, excused, rate } of rows) put(numbers, `team of ${login} ${from} ${key ?? 'in all'}`, { done: done ?? 0, late: late ?? 0, missed: missed ?? 0, excused: excused ?? 0, rate })
  return numbers
}
