import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { BulletinKind } from '../domain/bulletin.ts'
import type { ComplaintKind } from '../domain/complaint.ts'
import type { Question } from '../domain/follow-up.ts'

export type BulletinFigures = {
  calls: number; satisfied: number; /** Tenths of a point, by question. */ scores: Partial<Record<Question, number>>; opened: number; answered: number; overdue: number
  complaints: readonly { number: string; plate: string; kind: ComplaintKind; words: string }[]
}

/** What customers said between two moments: calls with their scores, and complaints of some kinds, the newest twenty in words. */
export const figuresBetween = (tx: Tx, storeId: string, { from, until, firstId, questions, kinds }: { from: Date; until: Date; firstId: string; questions: readonly Question[]; kinds: readonly ComplaintKind[] }) => tx.one<BulletinFigures>`
  with reached as (
    select c.scores, c.satisfied from care.contact c where c.store_id = ${storeId} and c.id >= ${firstId} and c.at >= ${from} and c.at < ${until} and c.result = 'reached'
  ), said as (
    select s.key, round(avg(s.value::numeric) * 10)::integer as score from reached, jsonb_each_text(reached.scores) s where s.key = any(${questions}::text[]) group by s.key
  ), complained as (
    select id, number, plate, kind, words, status, due_at, answered_late from care.complaint where store_id = ${storeId} and id >= ${firstId} and opened_at >= ${from} and opened_at < ${until} and kind = any(${kinds}::text[])
  )
  select (select count(*) from reached) as calls, (select count(*) from reached where satisfied) as satisfied, coalesce((select jsonb_object_agg(key, score) from said), '{}') as scores,
    (select count(*) from complained) as opened, (select count(*) from complained where status <> 'open') as answered,
    (select count(*) from complained where answered_late or (status = 'open' and due_at < ${until})) as overdue,
    coalesce((select jsonb_agg(jsonb_build_object('number', number, 'plate', plate, 'kind', kind, 'words', words)) from (select * from complained order by id desc limit 20) c), '[]') as complaints`

/** Whoever issues a kind waits for whoever issues the same; answers when the last one ended. */
export async function lockLast(tx: Tx, storeId: string, kind: BulletinKind): Promise<Date | null> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${`bulletin ${storeId} ${kind}`}, 0))`
  return lastEnd(tx, storeId, kind)
}

export const lastEnd = async (tx: Tx, storeId: string, kind: BulletinKind): Promise<Date | null> =>
  (await tx.maybe<{ untilAt: Date }>`select until_at from care.bulletin where store_id = ${storeId} and kind = ${kind} order by until_at desc limit 1`)?.untilAt ?? null

export type BulletinData = { id: string; number: string; kind: BulletinKind; fromAt: Date; untilAt: Date; figures: BulletinFigures; words: string; issuedBy: string; issuedByName: string }

export const insertBulletin = (tx: Tx, storeId: string, b: BulletinData) => tx.run`
  insert into care.bulletin (store_id, id, number, kind, from_at, until_at, figures, words, issued_by, issued_by_name)
  values (${storeId}, ${b.id}, ${b.number}, ${b.kind}, ${b.fromAt}, ${b.untilAt}, ${JSON.stringify(b.figures)}::jsonb, ${b.words}, ${b.issuedBy}, ${b.issuedByName})`

/** Newest first, each with who read it. */
export const listBulletins = (tx: Tx, storeId: string, personId: string, after: string | null, limit: number) => tx.all<BulletinData & { readers: readonly string[]; mine: boolean }>`
  select b.id, b.number, b.kind, b.from_at, b.until_at, b.figures, b.words, b.issued_by, b.issued_by_name, coalesce(r.readers, '{}') as readers, coalesce(r.mine, false) as mine
  from care.bulletin b
  left join lateral (select array_agg(r.person_name order by r.at) as readers, bool_or(r.person_id = ${personId}) as mine from care.bulletin_reading r where r.store_id = b.store_id and r.bulletin_id = b.id) r on true
  where b.store_id = ${storeId} ${after === null ? empty : sql`and b.id < ${after}`} order by b.id desc limit ${limit}`

export const findBulletin = (tx: Tx, storeId: string, bulletinId: string) => tx.maybe<{ id: string; number: string }>`select id, number from care.bulletin where store_id = ${storeId} and id = ${bulletinId}`

/** Answers 0 when he said so already. */
export const insertReading = (tx: Tx, storeId: string, r: { bulletinId: string; personId: string; personName: string; at: Date }) => tx.run`
  insert into care.bulletin_reading (store_id, bulletin_id, person_id, person_name, at) values (${storeId}, ${r.bulletinId}, ${r.personId}, ${r.personName}, ${r.at}) on conflict do nothing`
