import { sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { InstanceStatus } from '../domain/instance.ts'
import type { DutyData } from './duties.ts'

export type InstanceData = {
  id: string; dutyId: string; position: string; period: string; holderId: string | null; holderName: string; /** Who does it while the holder is absent. */ deputyId: string | null; deputyName: string; opensAt: Date; dueAt: Date; closesAt: Date; status: InstanceStatus
  event: string | null; subjectId: string | null; subjectName: string; closedAt: Date | null; closedByName: string; evidence: unknown; explanation: string; version: number
}

/** With what its duty says now, for the screen. */
export type InstanceWithDuty = InstanceData & Pick<DutyData, 'zh' | 'en' | 'area' | 'proof' | 'due' | 'graceMinutes' | 'provedBy'>

const columns = sql`i.id, i.duty_id, i.position, i.period, i.holder_id, i.holder_name, i.deputy_id, i.deputy_name, i.opens_at, i.due_at, i.closes_at, i.status, i.event, i.subject_id, i.subject_name, i.closed_at, i.closed_by_name, i.evidence, i.explanation, i.version`
const shown = sql`${columns}, coalesce(i.zh, d.zh) as zh, coalesce(i.en, d.en) as en, d.area, coalesce(i.proof, d.proof) as proof, d.due, d.grace_minutes, d.proved_by`
const itsDuty = sql`join duties.duty d on d.store_id = i.store_id and d.id = i.duty_id`
const withDuty = sql`${shown} from duties.instance i ${itsDuty}`
/** These few of years, and only then their duties: joined in one go, the database may look for them once for every duty of the manual. */
const fewWithDuty = (which: Sql) => sql`with i as materialized (select * from duties.instance i where ${which}) select ${shown} from i ${itsDuty}`

export type NewInstance = Pick<InstanceData, 'id' | 'dutyId' | 'position' | 'period' | 'holderId' | 'holderName' | 'deputyId' | 'deputyName' | 'opensAt' | 'dueAt' | 'closesAt' | 'event' | 'subjectId' | 'subjectName'>

/** Made twice they stay once. Answers how many are new. */
export const insertInstances = (tx: Tx, storeId: string, rows: readonly NewInstance[]) => tx.run`
  insert into duties.instance (store_id, id, duty_id, position, period, holder_id, holder_name, deputy_id, deputy_name, opens_at, due_at, closes_at, event, subject_id, subject_name)
  select ${storeId}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.dutyId)}::text[], ${rows.map((r) => r.position)}::text[], ${rows.map((r) => r.period)}::text[],
    ${rows.map((r) => r.holderId)}::uuid[], ${rows.map((r) => r.holderName)}::text[], ${rows.map((r) => r.deputyId)}::uuid[], ${rows.map((r) => r.deputyName)}::text[], ${rows.map((r) => r.opensAt)}::timestamptz[], ${rows.map((r) => r.dueAt)}::timestamptz[],
    ${rows.map((r) => r.closesAt)}::timestamptz[], ${rows.map((r) => r.event)}::text[], ${rows.map((r) => r.subjectId)}::uuid[], ${rows.map((r) => r.subjectName)}::text[])
  on conflict do nothing`

/** Of calendar duties that are not yet open: an edit has effect on the future only. */
export const removeFuture = (tx: Tx, storeId: string, dutyIds: readonly string[], now: Date) => tx.run`
  delete from duties.instance where store_id = ${storeId} and duty_id = any(${dutyIds}) and status = 'open' and event is null and opens_at > ${now}`

/** The proof of these duties is about to change: what was made before keeps the one it was made with. */
export const keepProofs = (tx: Tx, storeId: string, dutyIds: readonly string[]) => tx.run`
  update duties.instance i set proof = d.proof from duties.duty d
  where i.store_id = ${storeId} and i.duty_id = any(${dutyIds}) and i.proof is null and d.store_id = i.store_id and d.id = i.duty_id`

/** These duties are about to be called otherwise: what was made before keeps its title. */
export const keepTitles = (tx: Tx, storeId: string, dutyIds: readonly string[]) => tx.run`
  update duties.instance i set zh = d.zh, en = d.en from duties.duty d
  where i.store_id = ${storeId} and i.duty_id = any(${dutyIds}) and i.zh is null and d.store_id = i.store_id and d.id = i.duty_id`

/** What falls due on a day on which its holder is not with the store, any more or yet: nobody owes it. */
export const removeOfLeavers = (tx: Tx, storeId: string, timeZone: string, there: readonly { readonly id: string; readonly since: string; readonly until: string | null }[], now: Date) => tx.run`
  delete from duties.instance i where i.store_id = ${storeId} and i.status = 'open' and i.holder_id is not null and i.due_at > ${now} and not exists (
    select from unnest(${there.map(({ id }) => id)}::uuid[], ${there.map(({ since }) => since)}::date[], ${there.map(({ until }) => until)}::date[]) as m(id, since, until)
    where m.id = i.holder_id and (i.due_at at time zone ${timeZone})::date between m.since and coalesce(m.until, 'infinity'))`

/** His own, one of his positions, or that of somebody absent for whom he stands in (domain: `isOwn`). */
const own = (positions: readonly string[], personId: string) => sql`
  ((i.position = any(${positions}) and (i.holder_id is null or (i.holder_id = ${personId} and i.deputy_id is null))) or i.deputy_id = ${personId})`

export type OwedData = Pick<InstanceData, 'id' | 'dutyId' | 'opensAt' | 'dueAt' | 'event' | 'deputyId'> & { holderId: string }

/** Own duties of these people (of everybody), and those in which they stand in, that are open and not late. */
export const owedInstances = (tx: Tx, storeId: string, holders: readonly string[] | null, now: Date) => tx.all<OwedData>`
  select i.id, i.duty_id, i.holder_id, i.opens_at, i.due_at, i.event, i.deputy_id from duties.instance i
  where i.store_id = ${storeId} and i.status = 'open' and i.holder_id is not null and (${holders}::uuid[] is null or i.holder_id = any(${holders}) or i.deputy_id = any(${holders})) and i.closes_at > ${now} and i.due_at > ${now}`

/** Stand-ins change with the roster; who looks at one sees it with a new version. */
export const setDeputies = (tx: Tx, storeId: string, rows: readonly { id: string; deputyId: string | null; deputyName: string }[]) => tx.run`
  update duties.instance i set deputy_id = r.deputy_id, deputy_name = r.deputy_name, version = version + 1
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.deputyId)}::uuid[], ${rows.map((r) => r.deputyName)}::text[]) as r(id, deputy_id, deputy_name)
  where i.store_id = ${storeId} and i.id = r.id and i.status = 'open'`

export const dropInstances = (tx: Tx, storeId: string, ids: readonly string[]) => tx.run`
  delete from duties.instance where store_id = ${storeId} and id = any(${ids}) and status = 'open'`

export type AheadData = Pick<InstanceData, 'id' | 'dutyId' | 'period' | 'opensAt' | 'dueAt' | 'closesAt' | 'event'>

/** Open, not yet due, and nobody has said a word about it. */
export const aheadInstances = (tx: Tx, storeId: string, now: Date) => tx.all<AheadData>`
  select i.id, i.duty_id, i.period, i.opens_at, i.due_at, i.closes_at, i.event from duties.instance i
  where i.store_id = ${storeId} and i.status = 'open' and i.closes_at > ${now} and i.due_at > ${now} and i.explanation = '' order by i.due_at, i.id`

/** Other moments for what is open; who looks at one sees it with a new version. */
export const setMoments = (tx: Tx, storeId: string, rows: readonly Pick<InstanceData, 'id' | 'opensAt' | 'dueAt' | 'closesAt'>[]) => tx.run`
  update duties.instance i set opens_at = r.opens_at, due_at = r.due_at, closes_at = r.closes_at, version = version + 1
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.opensAt)}::timestamptz[], ${rows.map((r) => r.dueAt)}::timestamptz[], ${rows.map((r) => r.closesAt)}::timestamptz[]) as r(id, opens_at, due_at, closes_at)
  where i.store_id = ${storeId} and i.id = r.id and i.status = 'open'`

export const openInstances = (tx: Tx, storeId: string, positions: readonly string[], personId: string, until: Date) => tx.all<InstanceWithDuty>`
  ${fewWithDuty(sql`i.store_id = ${storeId} and i.status = 'open' and ${own(positions, personId)} and i.opens_at <= ${until}`)}
  order by i.due_at, d.place limit 500`

/** Over and due in this span, or done in it for another day. */
export const closedInstances = (tx: Tx, storeId: string, positions: readonly string[], personId: string, from: Date, until: Date) => tx.all<InstanceWithDuty>`
  select ${withDuty} where i.store_id = ${storeId} and i.id in (
    select i.id from duties.instance i where i.store_id = ${storeId} and i.status <> 'open' and ${own(positions, personId)} and i.due_at >= ${from} and i.due_at < ${until}
    union select i.id from duties.instance i where i.store_id = ${storeId} and i.status in ('done', 'late') and ${own(positions, personId)} and i.closed_at >= ${from} and i.closed_at < ${until})
  order by i.due_at desc, d.place limit 500`

/** Missed since a moment, and nobody said why. */
export const unexplainedInstances = (tx: Tx, storeId: string, positions: readonly string[], personId: string, since: Date) => tx.all<InstanceWithDuty>`
  ${fewWithDuty(sql`i.store_id = ${storeId} and i.status = 'missed' and i.explanation = '' and ${own(positions, personId)} and i.due_at >= ${since}`)}
  order by i.due_at desc, d.place limit 500`

export const findInstance = (tx: Tx, storeId: string, instanceId: string) => tx.maybe<InstanceWithDuty>`
  select ${withDuty} where i.store_id = ${storeId} and i.id = ${instanceId}`

/** Two who close it at once come one after the other; the second finds it closed. */
export const lockInstance = (tx: Tx, storeId: string, instanceId: string) => tx.maybe<InstanceWithDuty>`
  select ${withDuty} where i.store_id = ${storeId} and i.id = ${instanceId} for update of i`

export type Closed = { id: string; status: InstanceStatus; at: Date; by: string | null; byName: string; evidence: unknown; /** Whose doing data showed, where it was the position's. */ didBy?: { readonly id: string; readonly name: string } | null }

export const closeInstance = (tx: Tx, storeId: string, c: Closed) => tx.run`
  update duties.instance set status = ${c.status}, closed_at = ${c.at}, closed_by = ${c.by}, closed_by_name = ${c.byName}, evidence = ${JSON.stringify(c.evidence)}::jsonb, did_by = ${c.didBy?.id ?? null}, did_by_name = ${c.didBy?.name ?? ''}, version = version + 1
  where store_id = ${storeId} and id = ${c.id}`

export const setStatus = (tx: Tx, storeId: string, instanceId: string, status: InstanceStatus, at: Date) => tx.run`
  update duties.instance set status = ${status}, closed_at = coalesce(closed_at, ${at}), version = version + 1 where store_id = ${storeId} and id = ${instanceId}`

export const explainInstance = (tx: Tx, storeId: string, instanceId: string, words: string) => tx.run`
  update duties.instance set explanation = ${words}, version = version + 1 where store_id = ${storeId} and id = ${instanceId}`

/** Open, and either proved by data or at their end; somebody else's job in the same moment takes others. */
export const toSettle = (tx: Tx, storeId: string, provedDuties: readonly string[], now: Date) => tx.all<InstanceWithDuty>`
  select ${withDuty} where i.store_id = ${storeId} and i.status = 'open' and i.opens_at <= ${now} and (i.closes_at <= ${now} or coalesce(d.proved_by, i.duty_id) = any(${provedDuties}))
  order by i.due_at limit 1000 for update of i skip locked`

const mostOverdue = 3000

/** Overdue, missed or excused of these positions since a moment, the oldest first; should there be more than anybody reads, the newest of them. */
export const overdueInstances = async (tx: Tx, storeId: string, positions: readonly string[], since: Date, now: Date) => (await tx.all<InstanceWithDuty>`
  select ${withDuty} where i.store_id = ${storeId} and i.position = any(${positions}) and i.due_at >= ${since} and i.due_at < ${now} and i.status in ('open', 'missed', 'late', 'excused')
  order by i.due_at desc, d.place desc limit ${mostOverdue}`).toReversed()

/** Of these positions: open, and due later today. */
export const openUntil = (tx: Tx, storeId: string, positions: readonly string[], now: Date, until: Date) => tx.all<{ id: string; position: string; holderId: string | null; deputyId: string | null }>`
  select id, position, holder_id, deputy_id from duties.instance
  where store_id = ${storeId} and position = any(${positions}) and due_at >= ${now} and due_at < ${until} and status = 'open' and opens_at <= ${now} order by due_at limit 2000`

/** Of these, what is still owed: open, or missed without a word why; with who has spoken about it. */
export const whatStands = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<{ id: string; acknowledgedBy: string[] }>`
  select i.id, array(select a.person_id from duties.acknowledgement a left join duties.acknowledgement_back b on b.store_id = a.store_id and b.acknowledgement_id = a.id
    where a.store_id = i.store_id and a.instance_id = i.id and b.at is null) as acknowledged_by
  from duties.instance i where i.store_id = ${storeId} and i.id = any(${ids}::uuid[]) and (i.status = 'open' or (i.status = 'missed' and i.explanation = ''))`

/** What open duties of an event are about. */
export const openSubjects = async (tx: Tx, storeId: string, event: string): Promise<string[]> => (await tx.all<{ subjectName: string }>`
  select distinct subject_name from duties.instance where store_id = ${storeId} and status = 'open' and event = ${event} and subject_name <> '' order by subject_name limit 50`).map(({ subjectName }) => subjectName)

/** Whether this duty was done for a deadline in a span: one duty proves another. */
export const doneOf = (tx: Tx, storeId: string, dutyId: string, from: Date, until: Date) => tx.one<{ done: number; all: number }>`
  select count(*) filter (where status in ('done', 'late')) as done, count(*) as all from duties.instance
  where store_id = ${storeId} and duty_id = ${dutyId} and due_at >= ${from} and due_at <= ${until}`

/** For other modules: which duties of these positions were missed in a span, by whom and how often. */
export const missedDuties = (tx: Tx, storeId: string, positions: readonly string[], from: Date, until: Date) => tx.all<{ dutyId: string; zh: string; en: string; holderName: string; times: number }>`
  select i.duty_id, coalesce(i.zh, d.zh) as zh, coalesce(i.en, d.en) as en, coalesce(string_agg(distinct nullif(i.holder_name, ''), ' · '), '') as holder_name, count(*) as times
  from duties.instance i join duties.duty d on d.store_id = i.store_id and d.id = i.duty_id
  where i.store_id = ${storeId} and i.position = any(${positions}::text[]) and i.due_at >= ${from} and i.due_at < ${until} and i.status = 'missed'
  group by i.duty_id, coalesce(i.zh, d.zh), coalesce(i.en, d.en), d.place order by d.place limit 20`
