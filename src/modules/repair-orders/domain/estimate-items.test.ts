import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf } from '../../../kernel/money.ts'
import { estimateItems } from './estimate-items.ts'

const line = (id: string, amountFen: number, key: string | null = null) => ({ id, nameZh: `项目${id}`, nameEn: `item ${id}`, amountFen, package: key === null ? null : { key, nameZh: '保养套餐', nameEn: 'Service' } })

test('a package is one item with all its lines, another line is its own', () => {
  const items = estimateItems([line('a', 100), line('b', 200, 'p'), line('c', 300, 'p'), line('d', 50)])
  expect(items.map(({ id, nameZh, totalFen, lines }) => [id, nameZh, totalFen, lines.length])).toEqual([['a', '项目a', 100, 1], ['p', '保养套餐', 500, 2], ['d', '项目d', 50, 1]])
})

test('no line is lost and none counts twice', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(100_000), fc.option(fc.constantFrom('p', 'q')))), (drawn) => {
    const lines = drawn.map(([fen, key], index) => line(String(index), fen, key))
    const items = estimateItems(lines)
    expect(items.flatMap((item) => item.lines.map(({ id }) => id)).toSorted()).toEqual(lines.map(({ id }) => id).toSorted())
    expect(sumOf(items.map(({ totalFen }) => totalFen))).toBe(sumOf(lines.map(({ amountFen }) => amountFen)))
  }))
})
