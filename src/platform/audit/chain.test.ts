import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginning, hashOfBlock, whyBroken, type Block } from './chain.ts'

const key = Buffer.alloc(32, 7)
const hashOf = (rows: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(rows)).digest()

type Sealed = { readonly block: Block; readonly rows: readonly string[] }

function chainOf(blocks: readonly (readonly string[])[]): Sealed[] {
  const chain: Sealed[] = []
  for (const [index, rows] of blocks.entries()) {
    const block = { storeId: 'store', number: index + 1, at: new Date(index * 1_000), rowIds: rows.map((_, place) => `${String(index)}-${String(place)}`), rowsHash: hashOf(rows), previousHash: chain.at(-1)?.block.hash ?? beginning }
    chain.push({ block: { ...block, hash: hashOfBlock(key, block) }, rows })
  }
  return chain
}

/** As the checker walks: each block from its predecessor. */
function firstBreak(chain: readonly Sealed[]): string | null {
  let before: { number: number; hash: Buffer } = { number: 0, hash: beginning }
  for (const { block, rows } of chain) {
    const why = whyBroken(key, before, block, hashOf(rows))
    if (why !== null) return why
    before = block
  }
  return null
}

const ledgers = fc.array(fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 8 })
const other = (hash: Buffer): Buffer => Buffer.from(hash.map((byte, index) => (index === 3 ? byte ^ 1 : byte)))

/** Ways to lie about one block, each with what somebody without the key can write. */
const lies: Readonly<Record<string, (sealed: Sealed) => Sealed>> = {
  'an entry in other words': ({ block, rows }) => ({ block, rows: [`${rows[0] ?? ''}!`, ...rows.slice(1)] }),
  'an entry more': ({ block, rows }) => ({ block, rows: [...rows, ''] }),
  'an entry less': ({ block, rows }) => ({ block, rows: rows.slice(1) }),
  'an entry in other words, and the sum made to fit': ({ block, rows }) => ({ block: { ...block, rowsHash: hashOf([`${rows[0] ?? ''}!`]) }, rows: [`${rows[0] ?? ''}!`] }),
  'another moment': ({ block, rows }) => ({ block: { ...block, at: new Date(block.at.getTime() + 1) }, rows }),
  'another store': ({ block, rows }) => ({ block: { ...block, storeId: 'other' }, rows }),
  'other entries named': ({ block, rows }) => ({ block: { ...block, rowIds: [...block.rowIds, 'more'] }, rows }),
  'another predecessor': ({ block, rows }) => ({ block: { ...block, previousHash: other(block.previousHash) }, rows }),
  'another seal': ({ block, rows }) => ({ block: { ...block, hash: other(block.hash) }, rows }),
  'sealed anew with a key of his own': ({ block }) => ({ block: { ...block, rowsHash: hashOf(['his']), hash: hashOfBlock(Buffer.alloc(32, 8), { ...block, rowsHash: hashOf(['his']) }) }, rows: ['his'] }),
}

test('whatever is sealed in whatever blocks holds', () => {
  fc.assert(fc.property(ledgers, (blocks) => { expect(firstBreak(chainOf(blocks))).toBeNull() }))
})

test.each(Object.entries(lies))('whatever the chain, %s shows', (_, lie) => {
  fc.assert(fc.property(ledgers, fc.nat(), (blocks, choice) => {
    const chain = chainOf(blocks)
    const place = choice % chain.length
    expect(firstBreak(chain.map((sealed, index) => (index === place ? lie(sealed) : sealed)))).not.toBeNull()
  }))
})

test('whatever the chain, a block taken out, put in twice or moved shows; only its last ones can be cut off, which the heads written down outside find', () => {
  fc.assert(fc.property(ledgers, fc.nat(), (blocks, choice) => {
    const chain = chainOf(blocks)
    const place = choice % (chain.length - 1)
    expect(firstBreak(chain.toSpliced(place, 1))).not.toBeNull()
    expect(firstBreak(chain.toSpliced(place, 0, ...chain.slice(place, place + 1)))).not.toBeNull()
    expect(firstBreak(chain.toSpliced(place, 2, ...chain.slice(place, place + 2).toReversed()))).not.toBeNull()
    expect(firstBreak(chain.slice(0, place + 1))).toBeNull()
  }))
})
