import type { Tx } from '../../../platform/database.ts'

export type Filling = {
  readonly now: Date
  /** Duties that data proves: they are not made up. */
  readonly proved: readonly string[]
  /** Duties with a checklist: those of today are left for who looks at the demo, whatever the hour. */
  readonly checked: readonly string[]
  /** By position, who closes what the position owes. */
  readonly closers: Readonly<Record<string, { readonly id: string; readonly name: string }>>
  /** By duty, what closes it: a checklist's points, or the record's words. */
  readonly evidence: Readonly<Record<string, unknown>>
}

/**
 * The table was empty when it was last analysed, so the planner would go through a year of instances once for each of them; and a year takes
 * longer on a busy machine than a question of daily work may.
 */
export const planForMany = async (tx: Tx): Promise<void> => {
  await tx.run`set local enable_nestloop = off`
  await tx.run`set local statement_timeout = '5min'`
}

/** A written history (the demo store): of what was due, most was done in time, some late, some missed. The same ids, the same outcome. */
export const fillOutcomes = (tx: Tx, storeId: string, { now, proved, checked, closers, evidence }: Filling) => tx.run`
  with fate as (
    select i.id, abs(hashtext(i.id::text)) % 100 as lot, c.value as closer, e.value as evidence
    from duties.instance i
    left join jsonb_each(${JSON.stringify(closers)}::jsonb) c on c.key = i.position
    join jsonb_each(${JSON.stringify(evidence)}::jsonb) e on e.key = i.duty_id
    where i.store_id = ${storeId} and i.status = 'open' and i.due_at < ${now} and not i.duty_id = any(${proved}) and (i.closes_at <= ${now} or not i.duty_id = any(${checked})) and (i.holder_id is not null or c.value is not null)
  )
  update duties.instance i set
    status = case when f.lot < 86 then 'done' when f.lot < 92 then 'late' else 'missed' end,
    closed_at = case when f.lot < 86 then i.due_at - interval '25 minutes' when f.lot < 92 then least(i.due_at + interval '40 minutes', i.closes_at) else i.closes_at end,
    closed_by = case when f.lot < 92 then coalesce(i.deputy_id, i.holder_id, (f.closer ->> 'id')::uuid) end,
    closed_by_name = case when f.lot < 92 then coalesce(nullif(i.deputy_name, ''), nullif(i.holder_name, ''), f.closer ->> 'name') else '' end,
    evidence = case when f.lot < 92 then f.evidence end,
    explanation = case when f.lot between 92 and 96 then '当日人手不足，次日补上' else '' end
  from fate f where i.store_id = ${storeId} and i.id = f.id and (f.lot >= 92 or i.closes_at <= ${now} or f.lot < 86)`
