import { sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { AcknowledgementData } from './acknowledgements.ts'
import type { InstanceData } from './instances.ts'

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
  /** People who do their duties late, or not at all, more often than others. */
  readonly sloppy: readonly string[]
}

/**
 * The table was empty when it was last analysed, so the planner would go through a year of instances once for each of them; and a year takes
 * longer on a busy machine than a question of daily work may.
 */
export const planForMany = async (tx: Tx): Promise<void> => {
  await tx.run`set local enable_nestloop = off`
  await tx.run`set local statement_timeout = '5min'`
}

/** Back to questions about one duty at a time, which the proofs ask. */
export const planForOne = (tx: Tx): Promise<number> => tx.run`set local enable_nestloop = on`

/** Of a hundred duties: so many in time, so many more late, the rest missed; of those the first so many explained. */
const fates = {
  diligent: { inTime: 86, late: 6, explained: 5 },
  sloppy: { inTime: 52, late: 22, explained: 16 },
} as const

const thresholds = ({ inTime, late, explained }: (typeof fates)[keyof typeof fates]): Sql => sql`${inTime}::int as in_time, ${inTime + late}::int as in_grace, ${inTime + late + explained}::int as explained`

/**
 * A written history (the demo store): of what was due, most was done in time, some late, some missed; sloppy people missed more, with more words why. As the
 * engine has it: late is after the deadline and not after the end, missed what is past its end; the rest is open still. The same ids, the same outcome.
 */
export const fillOutcomes = (tx: Tx, storeId: string, { now, proved, checked, closers, evidence, sloppy }: Filling) => tx.run`
  with owed as (
    select i.id, i.due_at, i.closes_at, abs(hashtext(i.id::text)) % 100 as lot, c.value as closer, e.value as evidence, coalesce(i.deputy_id, i.holder_id, (c.value ->> 'id')::uuid) = any(${sloppy}::uuid[]) as sloppy
    from duties.instance i
    left join jsonb_each(${JSON.stringify(closers)}::jsonb) c on c.key = i.position
    join jsonb_each(${JSON.stringify(evidence)}::jsonb) e on e.key = i.duty_id
    where i.store_id = ${storeId} and i.status = 'open' and i.due_at < ${now} and not i.duty_id = any(${proved}) and (i.closes_at <= ${now} or not i.duty_id = any(${checked})) and (i.holder_id is not null or c.value is not null)
  ), odds as (
    select true as sloppy, ${thresholds(fates.sloppy)} union all select false, ${thresholds(fates.diligent)}
  ), fate as (
    select o.id, o.closer, o.evidence, o.lot between odds.in_grace and odds.explained - 1 as says_why,
      case when o.lot < odds.in_time then 'done' when o.lot < odds.in_grace and o.closes_at > o.due_at then 'late' else 'missed' end as status
    from owed o join odds on odds.sloppy = o.sloppy
  )
  update duties.instance i set
    status = f.status,
    closed_at = case f.status when 'done' then greatest(i.opens_at, i.due_at - interval '25 minutes') when 'late' then least(i.due_at + interval '40 minutes', i.closes_at) else i.closes_at end,
    closed_by = case when f.status <> 'missed' then coalesce(i.deputy_id, i.holder_id, (f.closer ->> 'id')::uuid) end,
    closed_by_name = case when f.status <> 'missed' then coalesce(nullif(i.deputy_name, ''), nullif(i.holder_name, ''), f.closer ->> 'name') else '' end,
    evidence = case when f.status <> 'missed' then f.evidence end,
    explanation = case when f.status = 'missed' and f.says_why then '当日人手不足，次日补上' else '' end
  from fate f where i.store_id = ${storeId} and i.id = f.id and (f.status = 'done' or i.closes_at <= ${now})`

export type SignedData = Pick<InstanceData, 'id' | 'dutyId' | 'position' | 'closedAt' | 'closedByName'> & { evidence: { points: { point: string; result: string; note: string }[] } }

/** The last list that a position signed in time, of these duties. */
export const lastSigned = (tx: Tx, storeId: string, dutyIds: readonly string[]) => tx.maybe<SignedData>`
  select id, duty_id, position, closed_at, closed_by_name, evidence from duties.instance
  where store_id = ${storeId} and duty_id = any(${dutyIds}) and status = 'done' and evidence ->> 'kind' = 'check' order by closed_at desc, id desc limit 1`

export const setEvidence = (tx: Tx, storeId: string, id: string, evidence: unknown) => tx.run`update duties.instance set evidence = ${JSON.stringify(evidence)}::jsonb where store_id = ${storeId} and id = ${id}`

export type MissedData = Pick<InstanceData, 'id' | 'position' | 'dueAt' | 'closesAt' | 'status' | 'closedAt'> & { graceMinutes: number }

/** What supervisors may speak about, in the order in which it was missed. */
export const missedOfHistory = (tx: Tx, storeId: string) => tx.all<MissedData>`
  select i.id, i.position, i.due_at, i.closes_at, i.status, i.closed_at, d.grace_minutes from duties.instance i join duties.duty d on d.store_id = i.store_id and d.id = i.duty_id
  where i.store_id = ${storeId} and i.status = 'missed' order by i.closes_at, i.id`

/** Supervisors' words of a history; with 'excused' nobody owes it any more. */
export async function fillAcknowledgements(tx: Tx, storeId: string, rows: readonly AcknowledgementData[]): Promise<void> {
  await tx.run`
    insert into duties.acknowledgement (store_id, id, instance_id, at, person_id, person_name, action, note)
    select ${storeId}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.instanceId)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[], ${rows.map((r) => r.personId)}::uuid[],
      ${rows.map((r) => r.personName)}::text[], ${rows.map((r) => r.action)}::text[], ${rows.map((r) => r.note)}::text[])`
  await tx.run`update duties.instance set status = 'excused' where store_id = ${storeId} and id = any(${rows.filter(({ action }) => action === 'excused').map(({ instanceId }) => instanceId)}::uuid[])`
}
