import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import { membersWithin } from '../../teams/public.ts'
import type { BoardGrouping, OnBoard } from '../domain/board.ts'
import type { InstanceStatus } from '../domain/instance.ts'

/** The store's days as moments, and the positions there are: with them the index of due moments serves each position. */
export type BoardScope = { readonly storeId: string; readonly timeZone: string; readonly from: Date; readonly until: Date; readonly positions: readonly string[]; /** Also what is open and was due before this moment. */ readonly overdueAt?: Date }

/** Whose duty it was; one that any of a position may do is his who did it, and the position's where nobody did, or nobody knows who. */
const personId = sql`coalesce(i.holder_id, i.closed_by, i.did_by)`
const person = sql`coalesce(nullif(i.holder_name, ''), nullif(i.closed_by_name, ''), i.did_by_name)`
const personKey = sql`concat(${personId}::text, '|', i.position)`

const keyOf = ({ timeZone }: BoardScope, by: BoardGrouping): Sql => ({
  position: sql`i.position`, team: sql`coalesce(m.team_id::text, '')`, person: personKey, duty: sql`i.duty_id`, week: sql`to_char(date_trunc('week', i.due_at at time zone ${timeZone}), 'YYYY-MM-DD')`,
})[by]

/** The team of whose duty it was, on the day it was due. */
const teamOf = (scope: BoardScope, by: BoardGrouping): Sql => (by === 'team' ? sql`left join (${membersWithin(scope)}) m on m.person_id = ${personId} and m.since <= i.due_at and m.until > i.due_at` : empty)

const within = ({ storeId, from, until, positions, overdueAt }: BoardScope): Sql => sql`i.store_id = ${storeId} and i.position = any(${positions}) and i.due_at >= ${from} and i.due_at < ${until} and ${overdueAt === undefined ? sql`i.status <> 'open'` : sql`(i.status <> 'open' or i.due_at < ${overdueAt})`}`

export type BoardData = { key: string; name: string; position: string } & OnBoard

export const boardOf = (tx: Tx, scope: BoardScope, by: BoardGrouping) => tx.all<BoardData>`
  select ${keyOf(scope, by)} as key, ${by === 'person' ? sql`max(${person})` : sql`''`} as name, ${by === 'week' || by === 'team' ? sql`''` : sql`max(i.position)`} as position,
    count(*) filter (where i.status = 'done') as done, count(*) filter (where i.status = 'late') as late, count(*) filter (where i.status = 'missed') as missed,
    count(*) filter (where i.status = 'excused') as excused, count(*) filter (where i.evidence ->> 'kind' = 'auto' and i.status <> 'nothing') as by_data, count(*) filter (where i.status = 'open') as overdue
  from duties.instance i ${teamOf(scope, by)} where ${within(scope)} group by 1 order by 3, 2, 1`

/** By person: of what data closed and stands under the position, by name whose work it was. */
export const doersOf = (tx: Tx, scope: BoardScope) => tx.all<{ key: string; names: string[] }>`
  select ${personKey} as key, array_agg(distinct d.name order by d.name) as names from duties.instance i cross join lateral jsonb_array_elements_text(i.evidence -> 'doers') as d(name)
  where ${within(scope)} and ${personId} is null and i.evidence ? 'doers' group by 1`

export type WallData = { position: string; open: number; late: number; done: number; missed: number }

/** How today's duties stand, position by position; what was done late is done. */
export const wallOf = (tx: Tx, { storeId, from, until, positions }: BoardScope, now: Date) => tx.all<WallData>`
  select position, count(*) filter (where status = 'open' and due_at >= ${now}) as open, count(*) filter (where status = 'open' and due_at < ${now}) as late,
    count(*) filter (where status in ('done', 'late')) as done, count(*) filter (where status = 'missed') as missed
  from duties.instance where store_id = ${storeId} and position = any(${positions}) and due_at >= ${from} and due_at < ${until} and opens_at <= ${now} group by position`

export type BoardInstance = { id: string; dutyId: string; zh: string; en: string; position: string; personName: string; subjectName: string; dueAt: Date; status: InstanceStatus; closedAt: Date | null; explanation: string; excusedByName: string | null; excusedAt: Date | null; excusedNote: string | null }

/** The duties behind one line of the board, what went wrong alone or all, the newest first. */
export const boardInstances = (tx: Tx, scope: BoardScope, wish: { by: BoardGrouping; key: string | null; onlyFaults: boolean; after: string | null; limit: number }) => tx.all<BoardInstance>`
  select i.id, i.duty_id, coalesce(i.zh, d.zh) as zh, coalesce(i.en, d.en) as en, i.position, coalesce(nullif(${person}, ''), (select string_agg(d.name, ' · ') from jsonb_array_elements_text(i.evidence -> 'doers') as d(name)), '') as person_name, i.subject_name, i.due_at, i.status, i.closed_at, i.explanation, e.person_name as excused_by_name, e.at as excused_at, e.note as excused_note
  from duties.instance i join duties.duty d on d.store_id = i.store_id and d.id = i.duty_id ${teamOf(scope, wish.by)}
  left join lateral (
    select a.person_name, a.at, a.note from duties.acknowledgement a where i.status = 'excused' and a.store_id = i.store_id and a.instance_id = i.id and a.action = 'excused'
      and not exists (select from duties.acknowledgement_back b where b.store_id = a.store_id and b.acknowledgement_id = a.id) order by a.id desc limit 1) e on true
  where ${within(scope)} and ${wish.key === null ? sql`true` : sql`${keyOf(scope, wish.by)} = ${wish.key}`} and (${!wish.onlyFaults} or i.status in ('late', 'missed', 'open'))
    and (${wish.after}::text is null or concat(to_char(i.due_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), i.id) < ${wish.after})
  order by i.due_at desc, i.id desc limit ${wish.limit}`
