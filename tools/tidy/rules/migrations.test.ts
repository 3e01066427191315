import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { migrations, releasedPath } from './migrations.ts'

const head = (number: string) => `-- ${number} stock: lots\n-- Why:   oldest first.\n-- Locks: nothing.\ncreate table x ();\n`
const first = { 'db/migrations/0001-platform.sql': head('0001') }
const found = (files: Record<string, string>): string[] => migrations(aTree({ ...first, ...files })).map(({ path, sentence }) => `${path.slice(14)} ${sentence}`)

test('numbered in a row, with a head, none released: in order', () => {
  expect(found({ 'db/migrations/0002-stock.sql': head('0002') })).toEqual([])
})

test('a gap, a double number, a wrong name and a silent head are found', () => {
  expect(found({ 'db/migrations/0003-stock.sql': head('0003') })).toEqual([expect.stringContaining('0002 is due')])
  expect(found({ 'db/migrations/0001-stock.sql': head('0001') })).toEqual([expect.stringContaining('0002 is due')])
  expect(found({ 'db/migrations/stock.sql': head('0002') })[0]).toContain('is called')
  expect(found({ 'db/migrations/0002-stock.sql': 'create table x ();' })).toHaveLength(3)
})

test('a released migration stays as it was', () => {
  const hash = createHash('sha256').update(head('0001')).digest('hex')
  expect(found({ [releasedPath]: JSON.stringify({ '0001-platform': hash }) })).toEqual([])
  expect(found({ [releasedPath]: JSON.stringify({ '0001-platform': 'other' }) })).toEqual([expect.stringContaining('must not change')])
  expect(found({ [releasedPath]: JSON.stringify({ '0000-old': 'x' }) })).toEqual([expect.stringContaining('is gone')])
})
