import type { Database, Tx } from '../database.ts'
import { beginning, hashOfBlock } from './chain.ts'

const mostRows = 5_000

type Head = { readonly number: number; readonly hash: Buffer }

const headOf = async (tx: Tx, storeId: string): Promise<Head> =>
  await tx.maybe<Head>`select number, hash from platform.audit_block where store_id = ${storeId} order by number desc limit 1` ?? { number: 0, hash: beginning }

/**
 * Seals the rows of one store that wait, at most 5,000 of them, into the next block. Rows are taken from the notes their deeds left, so
 * a transaction that commits late is sealed late and never missed. Two sealers wait for each other. Answers how many rows were sealed.
 */
export const sealNext = (database: Database, key: Buffer, storeId: string, now: Date): Promise<number> => database.transaction([storeId], async (tx) => {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${`gangwei.seal.${storeId}`}, 0))`
  const taken = await tx.one<{ rowIds: string[] | null; rowsHash: Buffer | null }>`
    with waiting as (
      select audit_id from platform.audit_unsealed where store_id = ${storeId} order by audit_id limit ${mostRows}
    ), removed as (
      delete from platform.audit_unsealed u using waiting w where u.store_id = ${storeId} and u.audit_id = w.audit_id returning u.audit_id
    )
    select array_agg(a.id order by a.id) as row_ids, sha256(string_agg(platform.audit_row_hash(a), ''::bytea order by a.id)) as rows_hash
    from removed r join platform.audit a on a.store_id = ${storeId} and a.id = r.audit_id`
  const { rowIds, rowsHash } = taken
  if (rowIds === null || rowsHash === null) return 0
  const head = await headOf(tx, storeId)
  const block = { storeId, number: head.number + 1, at: now, rowIds, rowsHash, previousHash: head.hash }
  await tx.run`
    insert into platform.audit_block (store_id, number, at, row_ids, rows_hash, previous_hash, hash)
    values (${storeId}, ${block.number}, ${now}, ${rowIds}, ${rowsHash}, ${head.hash}, ${hashOfBlock(key, block)})`
  return rowIds.length
})

/** Seals until nothing waits. Answers how many rows were sealed. */
export async function sealAll(database: Database, key: Buffer, storeIds: readonly string[], now: () => Date): Promise<number> {
  const waiting = await database.reading(storeIds, (tx) => tx.all<{ storeId: string }>`
    select s.id as store_id from unnest(${storeIds}::uuid[]) as s(id) where exists (select from platform.audit_unsealed u where u.store_id = s.id)`)
  let total = 0
  for (const { storeId } of waiting) {
    for (let sealed = mostRows; sealed === mostRows;) {
      sealed = await sealNext(database, key, storeId, now())
      total += sealed
    }
  }
  return total
}

/** The last block of each store, for the anchor outside the database. */
export const headsOf = (database: Database, storeIds: readonly string[]): Promise<{ storeId: string; number: number; hash: Buffer }[]> =>
  database.reading(storeIds, (tx) => tx.all`
    select distinct on (store_id) store_id, number, hash from platform.audit_block where store_id = any(${storeIds}) order by store_id, number desc`)
