import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { headerKey } from './columns.ts'
import { columnsOf } from './kind-columns.ts'
import { importKinds, type ImportKind } from './kinds.ts'
import { findTable, readTable } from './read-table.ts'

const tableOf = (kind: ImportKind, rows: (string | number | null)[][]) => {
  const found = findTable(kind, [{ name: '', rows: [['说明']], from1904: false }, { name: '表', rows, from1904: false }])
  if (found instanceof Refusal) throw new Error(found.code)
  return readTable(kind, found)
}

test('no header of a kind is claimed by two of its columns', () => {
  for (const kind of importKinds) {
    const names = Object.values(columnsOf[kind]).flatMap(({ zh, en, also }) => [...new Set([zh, en, ...also].map(headerKey))])
    expect([kind, names.filter((name, index) => names.indexOf(name) !== index)]).toEqual([kind, []])
  }
})

test('columns may stand in any order, under a title, on the second sheet; headers carry units, stars and spaces', () => {
  const { head, rows } = tableOf('parts', [['某店配件表'], [], ['单 位', '零售价（元）', '* 零件编码：', '品名', '看不懂'], ['个', 3, 'a-1', '甲', 9], [null, ' ', null], ['合计', 3]])
  expect(head.headers.map(({ field }) => field)).toEqual(['unit', 'retailFen', 'number', 'nameZh', null])
  expect(rows).toMatchObject([{ line: 4, values: { number: 'A-1', nameZh: '甲', unit: '个', retailFen: 300, capFen: null }, findings: [] }])
})

test('a part stands behind the one that replaces it, whatever the order of the file; a circle is refused', () => {
  const part = (number: string, successor: string | null) => [number, '件', '个', successor]
  const { rows } = tableOf('parts', [['配件编号', '名称', '单位', '新件号'], part('A', 'B'), part('B', 'C'), part('C', null), part('D', 'E'), part('E', 'D'), part('F', 'NONE')])
  expect(rows.map(({ values }) => values['number'])).toEqual(['C', 'B', 'A', 'E', 'D', 'F'])
  expect(rows.map(({ values }) => values['successorInFile'] ?? false)).toEqual([false, true, true, false, false, false])
  expect(rows.filter(({ findings }) => findings.length > 0).map(({ values, findings }) => [values['number'], findings[0]?.code])).toEqual([['E', 'catalogue.supersession-circle'], ['D', 'catalogue.supersession-circle']])
})

test('whatever chains stand in a file, each row comes out once and a successor never after its predecessor', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.nat({ max: 19 })), { minLength: 20, maxLength: 20 }), (successors) => {
    const { rows } = tableOf('parts', [['配件编号', '名称', '单位', '新件号'], ...successors.map((next, index) => [`P${String(index)}`, '件', '个', next === null || next === undefined ? null : `P${String(next)}`])])
    const place = new Map(rows.map(({ values }, index) => [values['number'], index]))
    expect(place.size).toBe(20)
    for (const row of rows) if (row.findings.length === 0 && row.values['successorInFile'] === true) expect(place.get(row.values['successor'])).toBeLessThan(Number(place.get(row.values['number'])))
  }))
})

test('a needed column that is missing is named; a file without any header too', () => {
  expect(findTable('customers', [{ name: '', rows: [['姓名', '地址'], ['甲', '乙']], from1904: false }])).toMatchObject({ code: 'exchange.column-missing', facts: { columns: ['电话'] } })
  expect(findTable('customers', [{ name: '', rows: [['1', '2']], from1904: false }])).toMatchObject({ code: 'exchange.no-header' })
})
