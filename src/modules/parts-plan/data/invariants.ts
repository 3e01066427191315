/** Each gives no row, after every scenario and every fault. */
export const partsPlanInvariants: Readonly<Record<string, string>> = {
  'parts-plan: a plan comes to what its lines come to': `
    select p.store_id, p.id from parts_plan.plan p
    left join lateral (select count(*) as lines, coalesce(sum(l.planned_fen), 0) as planned_fen from parts_plan.line l where l.store_id = p.store_id and l.plan_id = p.id) l on true
    where (p.lines, p.planned_fen) is distinct from (l.lines::integer, l.planned_fen::bigint)`,
  'parts-plan: nobody approved what he planned': `
    select p.store_id, p.id from parts_plan.plan p join parts_plan.line l on l.store_id = p.store_id and l.plan_id = p.id and l.changed_by = p.approved_by`,
  'parts-plan: orders are drawn from approved plans': `
    select d.store_id, d.plan_id from parts_plan.drawn d join parts_plan.plan p on p.store_id = d.store_id and p.id = d.plan_id where p.approved_at is null or d.at < p.approved_at`,
}
