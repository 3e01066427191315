/** Each gives no row. */
export const dutyInvariants: Readonly<Record<string, string>> = {
  'duties: an open task is of a failed point, a closed one of a point that passed': `
    select t.store_id, t.id from duties.task t join duties.instance i on i.store_id = t.store_id and i.id = t.instance_id
    where not i.evidence -> 'points' @> jsonb_build_array(jsonb_build_object('point', t.point, 'result', 'fail'))
    union all
    select t.store_id, t.id from duties.task t join duties.instance i on i.store_id = t.store_id and i.id = t.closed_by_instance
    where not i.evidence -> 'points' @> jsonb_build_array(jsonb_build_object('point', t.point, 'result', 'pass'))`,
  'duties: a corrective task that was looked at again is closed': `
    select store_id, id from duties.task where seen is not null and (closed_at is null or closed_by_instance is not null)`,
  'duties: what is done has its evidence, and nobody signed what data closed': `
    select store_id, id from duties.instance where (status in ('done', 'late', 'nothing') and evidence is null) or (evidence ->> 'kind' = 'auto' and closed_by is not null)`,
}
