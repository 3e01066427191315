import { sql, type Tx } from '../../../platform/database.ts'
import type { FileDuty, RawRow } from '../domain/pack-file.ts'
import type { KeptDuty, Outcome } from '../domain/take-pack.ts'

export type PackData = { id: string; zh: string; en: string; edition: number; active: boolean; version: number }
export type PackWithCount = PackData & { duties: number }

const columns = sql`p.id, p.zh, p.en, p.edition, p.active, p.version`

/** A handful of a store: each is a manual. */
export const listPacks = (tx: Tx, storeId: string) => tx.all<PackWithCount>`
  select ${columns}, (select count(*) from duties.duty d where d.store_id = p.store_id and d.pack = p.id and d.withdrawn is distinct from 'gone') as duties
  from duties.pack p where p.store_id = ${storeId} order by p.id limit 50`

/** Two who take files of one pack come one after the other. */
export const lockPack = (tx: Tx, storeId: string, packId: string) => tx.maybe<PackData>`
  select ${columns} from duties.pack p where p.store_id = ${storeId} and p.id = ${packId} for update`

export const insertPack = (tx: Tx, storeId: string, p: Pick<PackData, 'id' | 'zh' | 'en'>) => tx.run`
  insert into duties.pack (store_id, id, zh, en) values (${storeId}, ${p.id}, ${p.zh}, ${p.en}) on conflict do nothing`

export const setPack = (tx: Tx, storeId: string, packId: string, { edition, active }: Pick<PackData, 'edition' | 'active'>) => tx.run`
  update duties.pack set edition = ${edition}, active = ${active}, version = version + 1 where store_id = ${storeId} and id = ${packId}`

export type PackFileData = { id: string; packId: string; fileName: string; at: Date; personName: string; edition: number | null; takenAt: Date | null; takenByName: string | null; outcome: Outcome | null; version: number }
const fileColumns = sql`f.id, f.pack_id, f.file_name, f.at, f.person_name, f.edition, f.taken_at, f.taken_by_name, f.outcome, f.version`

export const insertFile = (tx: Tx, storeId: string, f: Pick<PackFileData, 'id' | 'packId' | 'fileName' | 'at' | 'personName'> & { sha256: string; rows: readonly RawRow[] }) => tx.run`
  insert into duties.pack_file (store_id, id, pack_id, file_name, sha256, at, person_name, rows)
  values (${storeId}, ${f.id}, ${f.packId}, ${f.fileName}, ${f.sha256}, ${f.at}, ${f.personName}, ${JSON.stringify(f.rows)}::jsonb)`

export const findFile = (tx: Tx, storeId: string, fileId: string) => tx.maybe<PackFileData & { rows: RawRow[] }>`
  select ${fileColumns}, f.rows from duties.pack_file f where f.store_id = ${storeId} and f.id = ${fileId}`

/** The file stays locked until it is taken, so that it is taken once. */
export const lockFile = (tx: Tx, storeId: string, fileId: string) => tx.maybe<PackFileData & { rows: RawRow[] }>`
  select ${fileColumns}, f.rows from duties.pack_file f where f.store_id = ${storeId} and f.id = ${fileId} for update`

export const filesOfPack = (tx: Tx, storeId: string, packId: string) => tx.all<PackFileData>`
  select ${fileColumns} from duties.pack_file f where f.store_id = ${storeId} and f.pack_id = ${packId} order by f.id desc limit 50`

export const setTaken = (tx: Tx, storeId: string, f: { id: string; edition: number; at: Date; byName: string; outcome: Outcome }) => tx.run`
  update duties.pack_file set edition = ${f.edition}, taken_at = ${f.at}, taken_by_name = ${f.byName}, outcome = ${JSON.stringify(f.outcome)}::jsonb, version = version + 1 where store_id = ${storeId} and id = ${f.id}`

export const dutiesOfPack = (tx: Tx, storeId: string, packId: string) => tx.all<KeptDuty>`
  select id, position, area, zh, en, due, holder, proof, proved_by, watch, grace_minutes, move, edited, withdrawn from duties.duty where store_id = ${storeId} and pack = ${packId} order by place`

/** New and changed lines of a pack; a line that had gone comes back. */
export const putDuties = (tx: Tx, storeId: string, pack: Pick<PackData, 'id' | 'active'>, duties: readonly (FileDuty & { place: number })[]) => tx.run`
  insert into duties.duty as d (store_id, id, pack, place, position, area, zh, en, due, proof, proved_by, watch, holder, grace_minutes, move, withdrawn)
  select ${storeId}, s.id, ${pack.id}, s.place, s.position, s.area, s.zh, s.en, s.due, s.proof, s."provedBy", array(select jsonb_array_elements_text(s.watch)), s.holder, s."graceMinutes", s.move, ${pack.active ? null : 'off'}
  from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb)
    as s(id text, place integer, position text, area text, zh text, en text, due text, proof jsonb, "provedBy" text, watch jsonb, holder text, "graceMinutes" integer, move text)
  on conflict (store_id, id) do update set place = excluded.place, position = excluded.position, area = excluded.area, zh = excluded.zh, en = excluded.en, due = excluded.due, proof = excluded.proof,
    proved_by = excluded.proved_by, watch = excluded.watch, holder = excluded.holder, grace_minutes = excluded.grace_minutes, move = excluded.move, withdrawn = excluded.withdrawn, edited = false, version = d.version + 1
  where d.pack = excluded.pack`

export const setGone = (tx: Tx, storeId: string, dutyIds: readonly string[]) => tx.run`
  update duties.duty set withdrawn = 'gone', version = version + 1 where store_id = ${storeId} and id = any(${dutyIds})`

/** The whole pack off or on again; what had gone from it stays gone. */
export const setWithdrawn = (tx: Tx, storeId: string, packId: string, off: boolean) => tx.all<{ id: string }>`
  update duties.duty set withdrawn = ${off ? 'off' : null}, version = version + 1 where store_id = ${storeId} and pack = ${packId} and withdrawn is distinct from 'gone' returning id`
