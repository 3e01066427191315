import { empty, sql, type Tx } from '../../../platform/database.ts'
import { foundIn } from '../../../platform/found-in.ts'
import { underWay, type CountKind, type CountStatus } from '../domain/life.ts'
import type { OtherCount } from '../domain/plan.ts'

export type CountData = {
  id: string; number: string; kind: CountKind; status: CountStatus; day: string; briefing: string; plannedAt: Date; plannedBy: string; plannedByName: string
  agreedAt: Date | null; agreedByName: string | null; preparedAt: Date | null; preparedByName: string | null; startedAt: Date | null; enteredAt: Date | null; askedAt: Date | null; askedBy: string | null
  approvedAt: Date | null; approvedByName: string | null; adjustedAt: Date | null; adjustedByName: string | null; document: string | null; adjustedFen: number | null
  endedAt: Date | null; endedByName: string | null; endReason: string; lines: number; linesRight: number; netFen: number; absoluteFen: number; version: number
}

const columns = sql`c.id, c.number, c.kind, c.status, c.day, c.briefing, c.planned_at, c.planned_by, c.planned_by_name, c.agreed_at, c.agreed_by_name, c.prepared_at, c.prepared_by_name, c.started_at, c.entered_at,
  c.asked_at, c.asked_by, c.approved_at, c.approved_by_name, c.adjusted_at, c.adjusted_by_name, c.document, c.adjusted_fen, c.ended_at, c.ended_by_name, c.end_reason, c.lines, c.lines_right, c.net_fen, c.absolute_fen, c.version`

export type ListedCount = CountData & { listed: number; counted: number }

/** While people count, how far they are is counted anew; afterwards it stands on the count. */
export const listCounts = (tx: Tx, storeId: string, { group, kind, find, entered, after, limit }: { group: 'open' | 'all'; find: string; kind: CountKind | null; entered: { from: Date; until: Date } | null; after: string | null; limit: number }) => tx.all<ListedCount>`
  select ${columns}, coalesce(p.listed, c.lines) as listed, coalesce(p.counted, c.lines) as counted
  from counts.count c
  left join lateral (select count(*) as listed, count(*) filter (where l.entries > 0) as counted from counts.line l where l.store_id = c.store_id and l.count_id = c.id and c.status in ('planned', 'counting', 'recounting', 'cancelled')
    having c.status in ('planned', 'counting', 'recounting', 'cancelled')) p on true
  where c.store_id = ${storeId} ${group === 'open' ? sql`and c.ended_at is null` : empty} ${kind === null ? empty : sql`and c.kind = ${kind}`} ${foundIn(find, (has) => [has(sql`c.number`), has(sql`c.planned_by_name`), has(sql`c.day::text`), has(sql`c.document`)])}
  ${entered === null ? empty : sql`and c.entered_at >= ${entered.from} and c.entered_at < ${entered.until}`} ${after === null ? empty : sql`and c.id < ${after}`}
  order by c.id desc limit ${limit}`

export const findCount = (tx: Tx, storeId: string, countId: string) => tx.maybe<CountData>`select ${columns} from counts.count c where c.store_id = ${storeId} and c.id = ${countId}`

/** For who changes its status; counters who stand at the shelves are waited for. */
export const lockCount = (tx: Tx, storeId: string, countId: string) => tx.maybe<CountData>`select ${columns} from counts.count c where c.store_id = ${storeId} and c.id = ${countId} for update`

/** For who counts: many at once, and the status stays meanwhile. */
export const holdCount = (tx: Tx, storeId: string, countId: string) => tx.maybe<CountData>`select ${columns} from counts.count c where c.store_id = ${storeId} and c.id = ${countId} for share`

/** Those whose differences are not on the books yet. */
export const othersUnderWay = (tx: Tx, storeId: string, but: string | null) => tx.all<OtherCount>`
  select kind, status from counts.count where store_id = ${storeId} and ended_at is null and status = any(${underWay}) ${but === null ? empty : sql`and id <> ${but}`} limit 500`

export type NewCount = Pick<CountData, 'id' | 'number' | 'kind' | 'day' | 'briefing' | 'plannedAt' | 'plannedBy' | 'plannedByName'>

/** Answers 0 where another of its kind is planned or counted at this moment. */
export const insertCount = (tx: Tx, storeId: string, c: NewCount) => tx.run`
  insert into counts.count (store_id, id, number, kind, status, day, briefing, planned_at, planned_by, planned_by_name)
  values (${storeId}, ${c.id}, ${c.number}, ${c.kind}, 'planned', ${c.day}, ${c.briefing}, ${c.plannedAt}, ${c.plannedBy}, ${c.plannedByName})
  on conflict (store_id, kind) where status in ('planned', 'counting', 'recounting') do nothing`

type Who = { id: string; at: Date; byName: string }
const change = (tx: Tx, storeId: string, id: string, fields: ReturnType<typeof sql>) => tx.run`update counts.count set ${fields}, version = version + 1 where store_id = ${storeId} and id = ${id}`

export const writeAgreed = (tx: Tx, storeId: string, { id, at, byName }: Who) => change(tx, storeId, id, sql`agreed_at = ${at}, agreed_by_name = ${byName}`)
export const writePrepared = (tx: Tx, storeId: string, { id, at, byName }: Who) => change(tx, storeId, id, sql`prepared_at = ${at}, prepared_by_name = ${byName}`)
export const writeStarted = (tx: Tx, storeId: string, { id, at }: { id: string; at: Date }) => change(tx, storeId, id, sql`status = 'counting', started_at = ${at}`)
export const writeStatus = (tx: Tx, storeId: string, { id, status }: { id: string; status: CountStatus }) => change(tx, storeId, id, sql`status = ${status}`)

export type Result = { lines: number; right: number; netFen: number; absoluteFen: number }
/** The counting is complete: what came of it, and the end where the books were right. */
export const writeResult = (tx: Tx, storeId: string, { id, at, byName, status, result }: Who & { status: CountStatus; result: Result }) => change(tx, storeId, id, sql`
  status = ${status}, entered_at = coalesce(entered_at, ${at}), lines = ${result.lines}, lines_right = ${result.right}, net_fen = ${result.netFen}, absolute_fen = ${result.absoluteFen},
  ended_at = ${status === 'closed' ? at : null}::timestamptz, ended_by_name = ${status === 'closed' ? byName : null}`)
export const writeAsked = (tx: Tx, storeId: string, { id, at, by }: { id: string; at: Date; by: string }) => change(tx, storeId, id, sql`status = 'explained', asked_at = ${at}, asked_by = ${by}`)
export const writeApproved = (tx: Tx, storeId: string, { id, at, byName }: Who) => change(tx, storeId, id, sql`status = 'approved', approved_at = ${at}, approved_by_name = ${byName}`)
export const writeAdjusted = (tx: Tx, storeId: string, a: Who & { document: string; adjustedFen: number }) =>
  change(tx, storeId, a.id, sql`status = 'adjusted', adjusted_at = ${a.at}, adjusted_by_name = ${a.byName}, document = ${a.document}, adjusted_fen = ${a.adjustedFen}`)
export const writeEnd = (tx: Tx, storeId: string, e: Who & { status: 'closed' | 'cancelled' | 'reversed'; reason: string }) => change(tx, storeId, e.id, sql`status = ${e.status}, ended_at = ${e.at}, ended_by_name = ${e.byName}, end_reason = ${e.reason}`)

export type CounterData = { personId: string; name: string; named: boolean; readAt: Date | null; lines: number }

/** Named in the plan, who read the briefing, and who counted, with how many lines each. */
export const countersOf = (tx: Tx, storeId: string, countId: string) => tx.all<CounterData>`
  select coalesce(c.person_id, e.person_id) as person_id, coalesce(c.person_name, e.name) as name, coalesce(c.named, false) as named, c.read_at, coalesce(e.lines, 0) as lines
  from (select * from counts.counter where store_id = ${storeId} and count_id = ${countId}) c
  full join (select e.person_id, min(e.person_name) as name, count(distinct e.line_id) as lines from counts.line l join counts.entry e on e.store_id = l.store_id and e.line_id = l.id
    where l.store_id = ${storeId} and l.count_id = ${countId} group by e.person_id) e on e.person_id = c.person_id
  order by 2`

export const insertCounters = (tx: Tx, storeId: string, countId: string, people: readonly { id: string; name: string }[]) => tx.run`
  insert into counts.counter (store_id, count_id, person_id, person_name, named)
  select ${storeId}, ${countId}, p.id, p.name, true from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ name }) => name)}::text[]) as p(id, name)`

/** Answers 0 when he said so before. */
export const writeReading = (tx: Tx, storeId: string, r: { countId: string; personId: string; name: string; at: Date }) => tx.run`
  insert into counts.counter as c (store_id, count_id, person_id, person_name, named, read_at) values (${storeId}, ${r.countId}, ${r.personId}, ${r.name}, false, ${r.at})
  on conflict (store_id, count_id, person_id) do update set read_at = excluded.read_at where c.read_at is null`

export const hasRead = async (tx: Tx, storeId: string, countId: string, personId: string): Promise<boolean> =>
  (await tx.maybe<{ id: string }>`select person_id as id from counts.counter where store_id = ${storeId} and count_id = ${countId} and person_id = ${personId} and read_at is not null`) !== null
