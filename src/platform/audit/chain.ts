import { createHmac } from 'node:crypto'

/** A sealed block: which rows, in which order, and what they came to. Hashes are 32 bytes; `hash` needs the key, which is never in the database. */
export type Block = {
  readonly storeId: string
  readonly number: number
  readonly at: Date
  readonly rowIds: readonly string[]
  readonly rowsHash: Buffer
  readonly previousHash: Buffer
  readonly hash: Buffer
}

/** The place before the first block. */
export const beginning: Buffer = Buffer.alloc(32)

/** What the chain says a block's hash must be. Whoever can write the database but has no key cannot make one. */
export function hashOfBlock(key: Buffer, block: Omit<Block, 'hash'>): Buffer {
  const words = [1, block.storeId, block.number, block.at.toISOString(), block.rowIds, block.rowsHash.toString('hex'), block.previousHash.toString('hex')]
  return createHmac('sha256', key).update(JSON.stringify(words)).digest()
}

export type Break = { readonly storeId: string; readonly block: number | null; readonly why: 'number' | 'link' | 'hash' | 'rows' | 'anchor' | 'unsealed-row' | 'waiting' ; readonly rows?: number }

/** The first thing that is wrong with a block, seen from its predecessor; null when it fits. `rowsNow` is what its rows come to today. */
export function whyBroken(key: Buffer, before: { number: number; hash: Buffer }, block: Block, rowsNow: Buffer): Break['why'] | null {
  if (block.number !== before.number + 1) return 'number'
  if (!block.previousHash.equals(before.hash)) return 'link'
  if (!hashOfBlock(key, block).equals(block.hash)) return 'hash'
  return rowsNow.equals(block.rowsHash) ? null : 'rows'
}
