import { empty, sql, type Sql } from '../../../platform/database.ts'
import { bodyTrades, type Grouping } from '../domain/period.ts'

/** What is counted: the store, its days as moments, how it is grouped. Without `by` there is one group. */
export type Scope = {
  readonly storeId: string; readonly timeZone: string
  readonly fromDay: string; readonly toDay: string
  /** The first moment of the first day, and the first moment after the last. */
  readonly from: Date; readonly until: Date
  readonly by: Grouping | null
  readonly advisorId?: string | undefined
}

/** A repair order's team: body and paint, or the mechanics. */
const teamOfOrder = (order: Sql): Sql => sql`
  case when exists (select from repair_orders.v_line l where l.store_id = ${order}.store_id and l.order_id = ${order}.id and l.trade = any(${[...bodyTrades]})) then 'body' else 'mechanical' end`

/** Whether the group or a filter is read from the order. */
export const needsOrder = ({ by, advisorId }: Scope): boolean => by === 'advisor' || by === 'team' || advisorId !== undefined

/** The key and name of a row's group: its local day or month, or what the order `o` says. */
export function groupOf({ by, timeZone }: Scope, at: Sql): Sql {
  switch (by) {
    case 'day': return sql`to_char(${at} at time zone ${timeZone}, 'YYYY-MM-DD') as key, '' as name`
    case 'month': return sql`to_char(${at} at time zone ${timeZone}, 'YYYY-MM') as key, '' as name`
    case 'advisor': return sql`coalesce(o.advisor_id::text, '') as key, o.advisor_name as name`
    case 'team': return sql`case when o.id is null then '' else ${teamOfOrder(sql`o`)} end as key, '' as name`
    case null: return sql`'' as key, '' as name`
  }
}

/** The order `o` of a row, where the group or the filter asks for it. */
export const orderOf = (scope: Scope, row: Sql, kind: 'inner' | 'left' = 'inner'): Sql => (needsOrder(scope)
  ? sql`${kind === 'left' ? sql`left` : empty} join repair_orders.v_visit o on o.store_id = ${row}.store_id and o.id = ${row}.order_id ${scope.advisorId === undefined ? empty : sql`and o.advisor_id = ${scope.advisorId}`}` : empty)

export const advisorOnly = ({ advisorId }: Scope): Sql => (advisorId === undefined ? empty : sql`and o.advisor_id = ${advisorId}`)
