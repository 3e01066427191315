import type { Database } from '../database.ts'
import { beginning, whyBroken, type Block, type Break } from './chain.ts'

/** A head that was written down outside the database; the chain must still have it. */
export type Anchor = { readonly storeId: string; readonly number: number; /** hex */ readonly hash: string; readonly at: string }

export type ChainReport = { readonly storeId: string; readonly blocks: number; readonly rows: number; readonly waiting: number; readonly breaks: readonly Break[] }

type SeenBlock = Block & { readonly rowsNow: Buffer | null }

/** Few blocks at once: a check of years must not hold one long question. */
const blocksAfter = (database: Database, storeId: string, number: number): Promise<SeenBlock[]> => database.reading([storeId], (tx) => tx.all<SeenBlock>`
  select b.store_id, b.number, b.at, b.row_ids, b.rows_hash, b.previous_hash, b.hash, now.rows_now
  from (select * from platform.audit_block where store_id = ${storeId} and number > ${number} order by number limit 20) b
  cross join lateral (
    select sha256(string_agg(coalesce(platform.audit_row_hash(a), 'gone'::bytea), ''::bytea order by member.place)) as rows_now
    from unnest(b.row_ids) with ordinality as member(id, place)
    left join platform.audit a on a.store_id = ${storeId} and a.id = member.id
  ) now
  order by b.number`)

/** Entries that no block holds and no sealer waits for: they did not come in through a deed. */
async function strangers(database: Database, storeId: string): Promise<{ strangers: number; waiting: number; late: number }> {
  return database.reading([storeId], (tx) => tx.one`
    select
      (select count(*) from platform.audit where store_id = ${storeId})
        - (select coalesce(sum(cardinality(row_ids)), 0) from platform.audit_block where store_id = ${storeId})
        - (select count(*) from platform.audit_unsealed u join platform.audit a on a.store_id = u.store_id and a.id = u.audit_id where u.store_id = ${storeId}) as strangers,
      (select count(*) from platform.audit_unsealed where store_id = ${storeId}) as waiting,
      (select count(*) from platform.audit_unsealed where store_id = ${storeId} and since < clock_timestamp() - interval '60 seconds') as late`)
}

/**
 * Walks a store's chain from its beginning: numbers without gap, each block linked to the one before, sealed with the key, its rows as
 * they were; no entry outside the chain; the anchored heads still there; nothing unsealed for more than 60 s.
 */
export async function checkChain(database: Database, key: Buffer, storeId: string, anchors: readonly Anchor[]): Promise<ChainReport> {
  const breaks: Break[] = []
  const anchored = new Map(anchors.filter((anchor) => anchor.storeId === storeId).map(({ number, hash }) => [number, hash]))
  let before: { number: number; hash: Buffer } = { number: 0, hash: beginning }
  let rows = 0
  for (;;) {
    const blocks = await blocksAfter(database, storeId, before.number)
    for (const block of blocks) {
      const why = whyBroken(key, before, block, block.rowsNow ?? beginning)
      if (why !== null) breaks.push({ storeId, block: block.number, why })
      if (anchored.has(block.number) && anchored.get(block.number) !== block.hash.toString('hex')) breaks.push({ storeId, block: block.number, why: 'anchor' })
      anchored.delete(block.number)
      rows += block.rowIds.length
      before = block
    }
    if (blocks.length === 0) break
  }
  for (const number of anchored.keys()) breaks.push({ storeId, block: number, why: 'anchor' })
  const outside = await strangers(database, storeId)
  if (outside.strangers !== 0) breaks.push({ storeId, block: null, why: 'unsealed-row', rows: outside.strangers })
  if (outside.late > 0) breaks.push({ storeId, block: null, why: 'waiting', rows: outside.late })
  return { storeId, blocks: before.number, rows, waiting: outside.waiting, breaks }
}
