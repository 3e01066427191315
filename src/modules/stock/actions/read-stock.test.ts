import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnish, type Masters } from '../../../app/testing/furnished.ts'
import { testStore, type TestStore } from '../../../app/testing/test-store.ts'
import type { StockRow } from '../contract.ts'
import type { StockSort } from '../domain/list-order.ts'
import { listPartMoves, listStock } from './read-stock.ts'

let store: TestStore
let masters: Masters

beforeAll(async () => {
  store = await testStore()
  masters = await furnish(store)
})
afterAll(() => store.drop())

type Query = { find?: string; after?: string; limit: number; sort?: StockSort }
const list = (query: Query, by: 'WHK' | 'PTS' = 'WHK') => store.reads(by, (reading) => listStock(reading, { query: { sort: 'number', ...query }, params: undefined, body: undefined }))

test('the stock goes by part number, page by page, and misses none', async () => {
  const numbers: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const { rows, next } = await list({ limit: 50, ...(after === undefined ? {} : { after }) })
    numbers.push(...rows.map(({ number }) => number))
    after = next
  }
  expect(numbers).toEqual(masters.parts.map(({ number }) => number).toSorted())
})

test('the stock goes by what lies here, what is free or what it is worth, page by page, and misses none', async () => {
  for (const [sort, keyOf] of [['on-hand', (row: StockRow) => row.onHand], ['least-free', (row: StockRow) => -row.free], ['value', (row: StockRow) => row.valueFen ?? 0]] as const) {
    const seen: StockRow[] = []
    for (let after: string | null | undefined; after !== null;) {
      const { rows, next } = await list({ limit: 50, sort, ...(after === undefined ? {} : { after }) }, 'PTS')
      seen.push(...rows)
      after = next
    }
    expect(seen.map(({ number }) => number).toSorted()).toEqual(masters.parts.map(({ number }) => number).toSorted())
    expect(seen.map(keyOf)).toEqual(seen.map(keyOf).toSorted((a, b) => b - a))
  }
  expect((await list({ find: '机油', limit: 80, sort: 'on-hand' })).rows.every(({ nameZh }) => nameZh.includes('机油'))).toBe(true)
  await expect(list({ limit: 80, sort: 'value' })).rejects.toMatchObject({ refusal: { code: 'stock.value-not-seen' } })
})

test('words find among the parts of the store, and a scanned barcode finds its part', async () => {
  expect((await list({ find: '机油', limit: 80 })).rows.every(({ nameZh }) => nameZh.includes('机油'))).toBe(true)
  expect((await list({ find: '6900000100000', limit: 80 })).rows.map(({ partId }) => partId)).toEqual([masters.parts[0]?.id])
  expect((await list({ find: '没有这个', limit: 80 })).rows).toEqual([])
})

test('the moves of a part come page by page, the latest first', async () => {
  const partId = masters.parts[0]?.id ?? ''
  const moves = (after?: string) => store.reads('WHK', (reading) => listPartMoves(reading, { query: { partId, limit: 1, ...(after === undefined ? {} : { after }) }, params: undefined, body: undefined }))
  const ids: string[] = []
  for (let page = await moves(); ; page = await moves(page.next)) {
    ids.push(...page.rows.map(({ id }) => id))
    if (page.next === null) break
  }
  expect(ids.length).toBeGreaterThan(0)
  expect(ids).toEqual(ids.toSorted().toReversed())
})
