import { empty, sql, type Sql } from '../../../platform/database.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import type { Way } from '../../settlement/domain/till.ts'
import { membersWithin } from '../../teams/public.ts'
import { noTeam, type Grouping, type Work } from '../domain/period.ts'

/** What is counted: the store, its days as moments, how it is grouped. Without `by` there is one group. */
export type Scope = {
  readonly storeId: string; readonly timeZone: string
  readonly fromDay: string; readonly toDay: string
  /** The first moment of the first day, and the first moment after the last. */
  readonly from: Date; readonly until: Date
  /** 'grain' is the finest: by day, advisor, kind of work and team at once. */
  readonly by: Grouping | 'grain' | null
  readonly advisorId?: string | undefined
  readonly work?: Work | undefined
  /** A team's id, or those of none. */
  readonly team?: string | undefined
  /** Of statements and payments alone: who pays, how. */
  readonly payer?: Payer | undefined
  readonly way?: Way | undefined
}

/** A repair order's kind of work: body and paint, or mechanical; a car with both is body work. */
const workOfOrder = (order: Sql): Sql => sql`
  case when exists (select from repair_orders.v_body_work l where l.store_id = ${order}.store_id and l.order_id = ${order}.id) then 'body' else 'mechanical' end`

/** Whether the group or a filter is read from the order. */
export const needsOrder = ({ by, advisorId, work, team }: Scope): boolean => by === 'advisor' || by === 'team' || by === 'work' || by === 'grain' || advisorId !== undefined || work !== undefined || team !== undefined

/** The store's own day of a moment. */
export const dayOf = ({ timeZone }: Pick<Scope, 'timeZone'>, at: Sql): Sql => sql`(${at} at time zone ${timeZone})::date`

const needsTeam = ({ by, team }: Scope): boolean => by === 'team' || by === 'grain' || team !== undefined

/** The team `m` somebody was in at a moment, where the group or the filter asks for it: whoever did the work, else the advisor who led the car. */
export const teamOf = (scope: Scope, person: Sql, at: Sql): Sql => (needsTeam(scope) ? sql`left join (${membersWithin(scope)}) m on m.person_id = ${person} and m.since <= ${at} and m.until > ${at}` : empty)
/** What is nobody's work (a bay in use) is no team's. */
export const ofNoTeam = (scope: Scope): Sql => (needsTeam(scope) ? sql`cross join (select null::uuid as team_id) m` : empty)
/** Who did something and when, for a later `teamOf`; nobody where no team is asked for, so that rows can be added up. */
export const ofTeam = (scope: Scope, person: Sql, at: Sql): Sql => (needsTeam(scope) ? sql`${person} as person_id, ${at} as at` : sql`null::uuid as person_id, null::timestamptz as at`)
export const teamFilter = ({ team }: Scope): Sql => (team === undefined ? empty : sql`and coalesce(m.team_id::text, ${noTeam}) = ${team}`)

/** The key and name of a row's group: its day, or what the order `o` and the team `m` say. Months are added up from their days. */
export function groupOf({ by }: Scope, day: Sql, work = sql`case when o.id is null then '' else ${workOfOrder(sql`o`)} end`): Sql {
  switch (by) {
    case 'day':
    case 'month': return sql`${day} as key, '' as name`
    case 'advisor': return sql`coalesce(o.advisor_id::text, '') as key, o.advisor_name as name`
    case 'team': return sql`coalesce(m.team_id::text, '') as key, '' as name`
    case 'work': return sql`${work} as key, '' as name`
    case 'grain': return sql`concat_ws('|', ${day}, coalesce(o.advisor_id::text, ''), ${work}, coalesce(m.team_id::text, '')) as key, o.advisor_name as name`
    case null: return sql`'' as key, '' as name`
  }
}

/** Which orders `o` alone: an advisor's, those of a kind of work. */
export const orderFilter = ({ advisorId, work }: Scope, ofWork = workOfOrder(sql`o`)): Sql =>
  sql`${advisorId === undefined ? empty : sql`and o.advisor_id = ${advisorId}`} ${work === undefined ? empty : sql`and ${ofWork} = ${work}`}`

/** The order `o` of a row, where the group or the filter asks for it. */
export const orderOf = (scope: Scope, row: Sql, kind: 'inner' | 'left' = 'inner'): Sql => (needsOrder(scope)
  ? sql`${kind === 'left' ? sql`left` : empty} join repair_orders.v_visit o on o.store_id = ${row}.store_id and o.id = ${row}.order_id ${orderFilter(scope)}` : empty)

/** A booking has no order yet; it says its kind of work itself. */
export const workOfBooking: Sql = sql`case o.kind when 'body' then 'body' else 'mechanical' end`
