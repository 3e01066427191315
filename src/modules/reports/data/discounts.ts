import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { GiftKind } from '../domain/margin.ts'
import { entries } from './margin.ts'
import type { Scope } from './scope.ts'

/** Of a price below the floor the fact is stored: its percent in hundredths. */
const saidWhy = (below: string): Sql => sql`case when l.deviation_reason ~ '^below-floor \\d+$' then ${below}::text || trim_scale(substr(l.deviation_reason, 13)::numeric / 100) || '%' else coalesce(l.deviation_reason, '') end`

/**
 * What was given away on the statements of the period. An allowance is his who granted it, an approved price his who approved it; a discount on a line is the advisor's, whose estimate it
 * is. Of an approved price the whole line counts: what its rule would have asked is not kept.
 */
const gifts = (scope: Scope): Sql => sql`
  with entry as (${entries(scope)}), line as (
    select e.sign, e.day, e.store_id, e.order_id, l.line_id, l.code, l.name_zh, l.name_en, l.discount_fen, l.amount_fen, r.approved_by, r.approved_by_name, r.deviation_reason
    from entry e join settlement.v_statement_line l on l.store_id = e.store_id and l.statement_id = e.id join repair_orders.v_line r on r.store_id = e.store_id and r.id = l.line_id
    where (l.discount_fen > 0 or r.approved_by is not null) and (l.line_amount_fen is null or e.payer = r.payer) -- a shared line counts once
  )
  select 'allowance' as kind, e.day, e.sign, e.sign * s.allowance_fen as fen, s.id, e.order_id, s.allowance_by as person_id, s.allowance_by_name as person_name, s.allowance_reason as note, null as note_en
  from entry e join settlement.v_statement s on s.store_id = e.store_id and s.id = e.id where s.allowance_fen > 0
  union all
  select 'line', l.day, l.sign, l.sign * l.discount_fen, l.line_id, l.order_id, o.advisor_id, o.advisor_name, l.code || ' ' || l.name_zh, l.code || ' ' || l.name_en
  from line l join repair_orders.v_visit o on o.store_id = l.store_id and o.id = l.order_id where l.discount_fen > 0
  union all
  select 'deviation', l.day, l.sign, l.sign * l.amount_fen, l.line_id, l.order_id, l.approved_by, l.approved_by_name, l.code || ' ' || l.name_zh || ' · ' || ${saidWhy('低于毛利下限 ')}, l.code || ' ' || l.name_en || ' · ' || ${saidWhy('below the margin floor of ')}
  from line l where l.approved_by is not null`

/** What was given and taken back in the month is not there. */
export type GiftSum = { month: string; personId: string; personName: string; kind: GiftKind; count: number; fen: number }

export const giftsByPerson = (tx: Tx, scope: Scope) => tx.all<GiftSum>`
  select to_char(day, 'YYYY-MM') as month, person_id, max(person_name) as person_name, kind, sum(sign)::bigint as count, sum(fen)::bigint as fen
  from (${gifts(scope)}) g group by 1, person_id, kind having sum(sign) <> 0 or sum(fen) <> 0 order by 1 desc, sum(fen) desc limit 500`

export type GiftData = { id: string; orderId: string; number: string; plate: string; kind: GiftKind; personName: string; day: string; fen: number; note: string; noteEn: string | null }

/** One row per line or statement; what was given and taken back in the period is not there. */
export const listGifts = (tx: Tx, scope: Scope, { personId, kind, after, limit }: { personId?: string | undefined; kind?: GiftKind | undefined; after: string | null; limit: number }) => tx.all<GiftData>`
  select g.id, g.order_id, o.number, o.plate, g.kind, g.person_name, max(g.day) as day, sum(g.fen)::bigint as fen, max(g.note) as note, max(g.note_en) as note_en
  from (${gifts(scope)}) g join repair_orders.v_visit o on o.store_id = ${scope.storeId} and o.id = g.order_id
  where true ${personId === undefined ? empty : sql`and g.person_id = ${personId}`} ${kind === undefined ? empty : sql`and g.kind = ${kind}`} ${after === null ? empty : sql`and g.id < ${after}`}
  group by g.id, g.order_id, o.number, o.plate, g.kind, g.person_name having sum(g.sign) <> 0 order by g.id desc limit ${limit}`
