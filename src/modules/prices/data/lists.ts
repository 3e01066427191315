import type { Refusal } from '../../../kernel/refusal.ts'
import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { Change, ListStatus } from '../domain/list.ts'
import type { KeptActor } from '../../../platform/long-work.ts'
import type { PriceKind } from '../../catalogue/domain/payers.ts'

export type Count = { readonly kind: PriceKind; readonly change: Change; readonly count: number }
/** Who approved it in which store, up to which line its prices are written, in how many steps; `compared`: what it says nothing about is found too. */
export type Taking = {
  by: KeptActor; storeId: string; kind: string; number: string; done: number; whole: number; prices: number; turn: number; compared: boolean
  /** Its prices go out again: it is withdrawn. */ withdrawing?: boolean; /** It is a counter list. */ reversing?: Reversing; /** Why it is withdrawn, or the other one reversed. */ words?: string
}
/** Which list a counter list reverses; `out`: its prices go out, for they began today; `written`: the lines stand there; of how many parts, and of which, a newer price stays. */
export type Reversing = { listId: string; out: boolean; written: boolean; kept: string[]; keptCount: number }
/** Parts that had a newer price when their list was reversed, and keep it. */
export type Kept = { count: number; numbers: string[] }
export type Said = { readonly code: string; readonly facts: Refusal['facts'] }
export type ListData = {
  id: string; number: string; importId: string | null; name: string; status: ListStatus; fromDay: string | null; reverses: string | null; broughtAt: Date; broughtBy: string; broughtByName: string; askedAt: Date | null; askedByName: string | null
  approvedAt: Date | null; approvedByName: string | null; endedAt: Date | null; endedByName: string | null; words: string; counts: Count[]; taking: Taking | null; refusal: Said | null; kept: Kept | null; version: number
}

const columns = sql`l.id, l.number, l.import_id, l.name, l.status, l.from_day, l.reverses, l.brought_at, l.brought_by, l.brought_by_name, l.asked_at, l.asked_by_name, l.approved_at, l.approved_by_name, l.ended_at, l.ended_by_name, l.words, l.counts, l.taking, l.refusal, l.kept, l.version`
/** Whether a price that the list brought counts today or will. Two looks at the ends of an index: asked in one, a list whose prices are all over would be read price by price. */
const stillCounts = (today: string) => sql`(exists (select from catalogue.v_listed_price p where p.list_id = l.id and p.valid_until is null) or exists (select from catalogue.v_listed_price p where p.list_id = l.id and p.valid_until >= ${today}::date))`
type Shown = ListData & { stillCounts: boolean }

export const listLists = (tx: Tx, { today, after, limit }: { today: string; after: string | null; limit: number }) => tx.all<Shown>`
  select ${columns}, ${stillCounts(today)} as still_counts from prices.list l where true ${after === null ? empty : sql`and l.id < ${after}`} order by l.id desc limit ${limit}`

export const findList = (tx: Tx, id: string, today: string) => tx.maybe<Shown & { reversesNumber: string | null; reversedByNumber: string | null; reversedById: string | null }>`
  select ${columns}, ${stillCounts(today)} as still_counts, r.number as reverses_number, c.number as reversed_by_number, c.id as reversed_by_id
  from prices.list l left join prices.list r on r.id = l.reverses left join prices.list c on c.reverses = l.id where l.id = ${id}`

/** Locked until the deed ends. */
export const lockList = (tx: Tx, id: string, today: string) => tx.maybe<Shown>`select ${columns}, ${stillCounts(today)} as still_counts from prices.list l where l.id = ${id} for update`
export const lockOfImport = (tx: Tx, importId: string) => tx.maybe<ListData>`select ${columns} from prices.list l where l.import_id = ${importId} for update`

export const listUnderWay = (tx: Tx) => tx.maybe<{ id: string; number: string }>`select id, number from prices.list where status = 'taking'`
export const listsUnderWay = (tx: Tx, storeId: string) => tx.all<{ id: string }>`select id from prices.list where status = 'taking' and taking ->> 'storeId' = ${storeId}`

export type NewList = Pick<ListData, 'id' | 'number' | 'importId' | 'name' | 'status' | 'fromDay' | 'reverses' | 'broughtAt' | 'broughtBy' | 'broughtByName'>
export const insertList = (tx: Tx, l: NewList & { approvedAt?: Date; words?: string }) => tx.run`
  insert into prices.list (id, number, import_id, name, status, from_day, reverses, brought_at, brought_by, brought_by_name, approved_at, approved_by_name, words)
  values (${l.id}, ${l.number}, ${l.importId}, ${l.name}, ${l.status}, ${l.fromDay}, ${l.reverses}, ${l.broughtAt}, ${l.broughtBy}, ${l.broughtByName}, ${l.approvedAt ?? null}, ${l.approvedAt === undefined ? null : l.broughtByName}, ${l.words ?? ''})`

export const setDay = (tx: Tx, id: string, fromDay: string) => tx.run`update prices.list set from_day = ${fromDay} where id = ${id}`
export const setPrepared = (tx: Tx, p: { id: string; name: string; fromDay: string }) => tx.run`update prices.list set name = ${p.name}, from_day = ${p.fromDay}, version = version + 1 where id = ${p.id}`
export const setRead = (tx: Tx, id: string) => tx.run`update prices.list set status = 'draft', version = version + 1 where id = ${id}`
export const setAsked = (tx: Tx, a: { id: string; at: Date; byName: string }) => tx.run`
  update prices.list set status = 'asked', asked_at = ${a.at}, asked_by_name = ${a.byName}, words = '', refusal = null, version = version + 1 where id = ${a.id}`
export const setSentBack = (tx: Tx, id: string, words: string) => tx.run`
  update prices.list set status = 'draft', asked_at = null, asked_by_name = null, words = ${words}, version = version + 1 where id = ${id}`
export const setTaking = (tx: Tx, id: string, taking: Taking) => tx.run`
  update prices.list set status = 'taking', taking = ${JSON.stringify(taking)}::jsonb, version = version + case when status = 'taking' then 0 else 1 end where id = ${id}`
export const setKept = (tx: Tx, id: string, kept: Kept) => tx.run`update prices.list set kept = ${JSON.stringify(kept)}::jsonb where id = ${id}`
export const setRefusal = (tx: Tx, id: string, refusal: Said) => tx.run`update prices.list set refusal = ${JSON.stringify(refusal)}::jsonb where id = ${id}`
export const setBack = (tx: Tx, id: string) => tx.run`
  update prices.list set status = 'draft', taking = null, asked_at = null, asked_by_name = null, version = version + 1 where id = ${id}`
export const setApproved = (tx: Tx, a: { id: string; at: Date; byName: string }) => tx.run`
  update prices.list set status = 'approved', taking = null, approved_at = ${a.at}, approved_by_name = ${a.byName}, version = version + 1 where id = ${a.id}`
export const setEnded = (tx: Tx, e: { id: string; status: 'withdrawn' | 'reversed' | 'discarded'; at: Date; byName: string; words: string }) => tx.run`
  update prices.list set status = ${e.status}, taking = null, ended_at = ${e.at}, ended_by_name = ${e.byName}, words = ${e.words}, version = version + 1 where id = ${e.id}`

export const writeCounts = (tx: Tx, id: string) => tx.run`
  update prices.list set counts = coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'change', change, 'count', count))
    from (select kind, change, count(*) as count from prices.line where list_id = ${id} group by kind, change) c), '[]') where id = ${id}`
