import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { sqlAtHome } from './sql-at-home.ts'

const others = { 'src/modules/organisation/README.md': '', 'src/modules/repair-orders/README.md': '', 'db/migrations/0009-books.sql': 'create schema books;' }
const found = (text: string, path = 'src/modules/repair-orders/data/orders.ts') => sqlAtHome(aTree({ ...others, [path]: text })).map(({ sentence }) => sentence)

test('own tables, tables of the platform and views of others may be named', () => {
  expect(found('tx.all`select o.id from repair_orders.repair_order o join platform.audit a on a.subject_id = o.id join organisation.v_staff s on true`')).toEqual([])
  expect(found('tx.run`update repair_orders.repair_order set version = version + 1 where status is distinct from o.status`')).toEqual([])
})

test.each(['select * from organisation.person', 'select 1 from repair_orders.step s join organisation.person p on true', 'update organisation.person set name = 1',
  'insert into books.entry values (1)', 'delete from organisation.person', 'select 1 from repair_orders.step, organisation.person'])('%s is found', (statement) => {
  expect(found(`tx.run\`${statement}\``)).toEqual([expect.stringContaining('another module')])
})

test('SQL outside data/ is found, and the platform does not know modules', () => {
  expect(found('const rows = await deed.tx.all<Row>`select 1`', 'src/modules/repair-orders/actions/cancel-order.ts')).toEqual(['SQL stands in data/ alone.'])
  expect(found('await cancelOrder(deed, wish)', 'src/modules/repair-orders/actions/cancel-order.ts')).toEqual([])
  expect(found('tx.run`select from organisation.person`', 'src/platform/deed.ts')).toHaveLength(1)
})

test('laws between modules look down, not up', () => {
  const map = { 'src/module-map.json': '{ "organisation": 0, "repair-orders": 3 }' }
  const law = (path: string, table: string) => sqlAtHome(aTree({ ...others, ...map, [path]: `'law': \`select from ${table}\`` }))
  expect(law('src/modules/repair-orders/data/invariants.ts', 'organisation.staff')).toEqual([])
  expect(law('src/modules/organisation/data/invariants.ts', 'repair_orders.step')).toHaveLength(1)
})
