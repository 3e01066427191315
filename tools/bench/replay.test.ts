import { expect, test } from 'vitest'
import { blocksOf } from './replay.ts'

const said = (connection: number, ...texts: string[]) => texts.map((text, index) => ({ connection, text, values: [], opensTrip: index === 0 }))

test('statements of connections that talk at once become the transactions they were, in the order of their ends', () => {
  const [begin, commit] = [said(1, 'begin; select 1', 'update a'), said(1, 'commit')]
  const blocks = blocksOf([...begin, ...said(2, 'select b'), ...said(3, 'begin read only; select 1', 'select c', 'commit'), ...commit])
  expect(blocks.map(({ statements, readOnly }) => [statements.map(({ text }) => text).join(' | '), readOnly])).toEqual([
    ['select b', false], ['begin read only; select 1 | select c | commit', true], ['begin; select 1 | update a | commit', false],
  ])
})

test('what was taken back, and what works behind the deeds, is not replayed', () => {
  expect(blocksOf([...said(1, 'begin', 'update a', 'rollback'), ...said(2, 'begin', 'delete from platform.audit_unsealed where x', 'commit'),
    ...said(3, 'begin', 'insert into stock_health.month_total select x', 'commit')])).toEqual([])
})
