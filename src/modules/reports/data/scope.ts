import { empty, sql, type Sql } from '../../../platform/database.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import type { Way } from '../../settlement/domain/till.ts'
import type { Grouping, Team } from '../domain/period.ts'

/** What is counted: the store, its days as moments, how it is grouped. Without `by` there is one group. */
export type Scope = {
  readonly storeId: string; readonly timeZone: string
  readonly fromDay: string; readonly toDay: string
  /** The first moment of the first day, and the first moment after the last. */
  readonly from: Date; readonly until: Date
  /** 'grain' is the finest: by day, advisor and team at once. */
  readonly by: Grouping | 'grain' | null
  readonly advisorId?: string | undefined
  readonly team?: Team | undefined
  /** Of statements and payments alone: who pays, how. */
  readonly payer?: Payer | undefined
  readonly way?: Way | undefined
}

/** A repair order's team: body and paint, or the mechanics; a car with both is the body team's. */
const teamOfOrder = (order: Sql): Sql => sql`
  case when exists (select from repair_orders.v_body_work l where l.store_id = ${order}.store_id and l.order_id = ${order}.id) then 'body' else 'mechanical' end`

/** Whether the group or a filter is read from the order. */
export const needsOrder = ({ by, advisorId, team }: Scope): boolean => by === 'advisor' || by === 'team' || by === 'grain' || advisorId !== undefined || team !== undefined

/** The store's own day of a moment. */
export const dayOf = ({ timeZone }: Pick<Scope, 'timeZone'>, at: Sql): Sql => sql`(${at} at time zone ${timeZone})::date`

/** The key and name of a row's group: its day, or what the order `o` says. Months are added up from their days. */
export function groupOf({ by }: Scope, day: Sql, team = sql`case when o.id is null then '' else ${teamOfOrder(sql`o`)} end`): Sql {
  switch (by) {
    case 'day':
    case 'month': return sql`${day} as key, '' as name`
    case 'advisor': return sql`coalesce(o.advisor_id::text, '') as key, o.advisor_name as name`
    case 'team': return sql`${team} as key, '' as name`
    case 'grain': return sql`concat_ws('|', ${day}, coalesce(o.advisor_id::text, ''), ${team}) as key, o.advisor_name as name`
    case null: return sql`'' as key, '' as name`
  }
}

/** Whose orders `o` alone: an advisor's, a team's. */
export const orderFilter = ({ advisorId, team }: Scope, ofTeam = teamOfOrder(sql`o`)): Sql =>
  sql`${advisorId === undefined ? empty : sql`and o.advisor_id = ${advisorId}`} ${team === undefined ? empty : sql`and ${ofTeam} = ${team}`}`

/** The order `o` of a row, where the group or the filter asks for it. */
export const orderOf = (scope: Scope, row: Sql, kind: 'inner' | 'left' = 'inner'): Sql => (needsOrder(scope)
  ? sql`${kind === 'left' ? sql`left` : empty} join repair_orders.v_visit o on o.store_id = ${row}.store_id and o.id = ${row}.order_id ${orderFilter(scope)}` : empty)

/** A booking has no order yet; its kind of work tells the team. */
export const teamOfBooking: Sql = sql`case o.kind when 'body' then 'body' else 'mechanical' end`
