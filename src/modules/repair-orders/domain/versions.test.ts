import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareVersions, isSame, whyNotShow, type ShownLine } from './versions.ts'

const line = (id: string, change: Partial<ShownLine> = {}): ShownLine => ({
  id, kind: 'part', payer: 'customer', code: 'P-1', nameZh: '机油', nameEn: 'Oil', unit: '升', quantityThousandths: 4_000, unitPriceFen: 8_800, discountFen: 0, amountFen: 35_200, shares: [], ...change,
})

test('what was added, removed and changed, and in what', () => {
  const before = [line('a'), line('b'), line('c'), line('d')]
  const after = [line('a'), line('b', { quantityThousandths: 5_000, amountFen: 44_000 }), line('d', { payer: 'insurer', unitPriceFen: 9_000, code: 'P-2' }), line('e')]
  expect(compareVersions(before, after).map((row) => [(row.before ?? row.after).id, row.change, 'differs' in row ? row.differs : []])).toEqual([
    ['a', 'same', []], ['b', 'changed', ['quantity']], ['c', 'removed', []], ['d', 'changed', ['item', 'price', 'payer']], ['e', 'added', []],
  ])
  expect(isSame([line('a')], [line('a', { shares: [{ payer: 'insurer', kind: 'share', value: 5_000 }] })])).toBe(false)
})

const lines = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), quantity: fc.integer({ min: 1, max: 3 }) }), { selector: ({ id }) => id }).map((rows) => rows.map(({ id, quantity }) => line(id, { quantityThousandths: quantity * 1_000 })))

test('every line stands in it once; compared the other way round, what was added was removed; with itself nothing differs', () => {
  fc.assert(fc.property(lines, lines, (before, after) => {
    const there = compareVersions(before, after)
    const back = compareVersions(after, before)
    const ids = (rows: typeof there, change: string) => rows.filter((row) => row.change === change).map((row) => (row.before ?? row.after).id).toSorted((a, b) => a.localeCompare(b))
    expect(there).toHaveLength(new Set([...before, ...after].map(({ id }) => id)).size)
    expect([ids(there, 'added'), ids(there, 'removed'), ids(there, 'changed')]).toEqual([ids(back, 'removed'), ids(back, 'added'), ids(back, 'changed')])
    expect(isSame(before, before)).toBe(true)
  }))
})

test('an estimate is shown while it is open and has lines', () => {
  expect(whyNotShow({ status: 'estimated', lines: 1 })).toBeNull()
  expect([whyNotShow({ status: 'estimated', lines: 0 })?.code, whyNotShow({ status: 'authorised', lines: 1 })?.code]).toEqual(['repair-orders.no-lines', 'repair-orders.lines-authorised'])
})
