import { sql, type Tx } from '../../../platform/database.ts'
import type { PlanKind } from '../domain/plan.ts'

type Span = { readonly sinceMonth: string; readonly untilMonth: string; readonly since: Date; readonly until: Date; readonly timeZone: string }

/** What was ordered for the shelf, by the month of its submission and the kind of its supplier. */
const orderedIn = (storeId: string, { since, until, timeZone }: Span) => sql`
  select to_char(submitted_at at time zone ${timeZone}, 'YYYY-MM') as month, supplier_kind as kind, part_id, sum(thousandths) as thousandths, sum(round(thousandths * unit_cost_fen / 1000)) as fen from parts_orders.v_ordered
  where store_id = ${storeId} and request_id is null and submitted_at >= ${since} and submitted_at < ${until} group by 1, 2, 3`

export type MonthData = { planId: string; month: string; kind: PlanKind; parts: number; planned: number; kept: number; plannedFen: number; orderedFen: number; unplannedFen: number; soldOfPlan: number | null }

/** Plans in force, month by month: what was planned, ordered of it, ordered beside it, and sold of what was planned. */
export const conformityByMonth = (tx: Tx, storeId: string, span: Span) => tx.all<MonthData>`
  with ordered as (${orderedIn(storeId, span)}), plans as (
    select id, month, kind from parts_plan.plan where store_id = ${storeId} and status = 'approved' and kind <> 'desk' and month >= ${span.sinceMonth} and month <= ${span.untilMonth}
  ), kept as (
    select p.id, count(*) as parts, sum(l.planned_thousandths) as planned, sum(least(l.planned_thousandths, coalesce(o.thousandths, 0))) as kept, sum(l.planned_fen) as planned_fen, sum(o.fen) as ordered_fen,
      case when exists (select from stock_health.v_month_use x where x.store_id = ${storeId} and x.month = (p.month || '-01')::date) then sum(least(l.planned_thousandths, greatest(coalesce(u.thousandths, 0), 0))) end as sold
    from plans p join parts_plan.line l on l.store_id = ${storeId} and l.plan_id = p.id and l.planned_thousandths > 0
    left join ordered o on o.month = p.month and o.kind = p.kind and o.part_id = l.part_id
    left join stock_health.v_month_use u on u.store_id = ${storeId} and u.month = (p.month || '-01')::date and u.part_id = l.part_id
    group by p.id, p.month
  ), all_ordered as (select month, kind, sum(fen) as fen from ordered group by 1, 2)
  select p.id as plan_id, p.month, p.kind, k.parts, k.planned::bigint, k.kept::bigint, k.planned_fen::bigint, coalesce(k.ordered_fen, 0)::bigint as ordered_fen, (coalesce(a.fen, 0) - coalesce(k.ordered_fen, 0))::bigint as unplanned_fen, k.sold::bigint as sold_of_plan
  from plans p join kept k on k.id = p.id left join all_ordered a on a.month = p.month and a.kind = p.kind order by p.month desc, p.kind`

export type PartConformity = { partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; planned: number; ordered: number; sold: number | null; gapFen: number }
type PartsWish = Span & { readonly planId: string; readonly kind: PlanKind; readonly after: { readonly amount: number; readonly partNumber: string } | null; readonly limit: number }

/** By part, the dearest gap between plan and order first. */
export const conformityByPart = (tx: Tx, storeId: string, wish: PartsWish) => tx.all<PartConformity>`
  with ordered as (${orderedIn(storeId, wish)}), used as (select part_id, thousandths from stock_health.v_month_use where store_id = ${storeId} and month = (${wish.sinceMonth} || '-01')::date)
  select * from (
    select l.part_id, l.part_number, l.name_zh, l.name_en, l.unit, l.planned_thousandths as planned, coalesce(o.thousandths, 0)::bigint as ordered,
      case when exists (select from used) then greatest(coalesce(u.thousandths, 0), 0)::bigint end as sold, round(abs(l.planned_thousandths - coalesce(o.thousandths, 0)) * l.unit_cost_fen / 1000)::bigint as gap_fen
    from parts_plan.line l left join ordered o on o.kind = ${wish.kind} and o.part_id = l.part_id left join used u on u.part_id = l.part_id
    where l.store_id = ${storeId} and l.plan_id = ${wish.planId} and (l.planned_thousandths > 0 or o.thousandths > 0)) x
  where ${wish.after === null ? sql`true` : sql`(gap_fen < ${wish.after.amount} or (gap_fen = ${wish.after.amount} and part_number > ${wish.after.partNumber}))`}
  order by gap_fen desc, part_number limit ${wish.limit}`

/** Books against goods: what the counts of a month found right. */
export const booksByMonth = (tx: Tx, storeId: string, { since, until, timeZone }: Omit<Span, 'sinceMonth' | 'untilMonth'>) => tx.all<{ month: string; lines: number; right: number }>`
  select to_char(entered_at at time zone ${timeZone}, 'YYYY-MM') as month, sum(lines)::bigint as lines, sum(lines_right)::bigint as "right" from counts.v_conformity
  where store_id = ${storeId} and entered_at >= ${since} and entered_at < ${until} group by 1 order by 1 desc`

export type ReviewData = { id: string; at: Date; personName: string; words: string }
export const reviewsOf = (tx: Tx, storeId: string) => tx.all<ReviewData>`select id, at, person_name, words from parts_plan.review where store_id = ${storeId} order by at desc limit 24`
export const insertReview = (tx: Tx, storeId: string, r: ReviewData & { personId: string; positions: readonly string[]; snapshot: unknown }) => tx.run`
  insert into parts_plan.review (store_id, id, at, person_id, person_name, positions, words, snapshot)
  values (${storeId}, ${r.id}, ${r.at}, ${r.personId}, ${r.personName}, ${r.positions}, ${r.words}, ${JSON.stringify(r.snapshot)}::jsonb)`
