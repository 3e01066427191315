import { expect, test } from 'vitest'
import { changesOf } from './changes.ts'

test('only fields that differ are told, in the order they stand', () => {
  expect(changesOf({ status: 'ready', version: 3, payer: 'customer' }, { status: 'settled', version: 3, total: 100 })).toEqual([
    { field: 'status', before: 'ready', after: 'settled' }, { field: 'payer', before: 'customer', after: '' }, { field: 'total', before: '', after: '100' },
  ])
})

test('a new record has everything after, a plain value has no field, nothing is nothing', () => {
  expect(changesOf(null, { plate: '沪A12345' })).toEqual([{ field: 'plate', before: '', after: '沪A12345' }])
  expect(changesOf('a', 'b')).toEqual([{ field: '', before: 'a', after: 'b' }])
  expect(changesOf(null, null)).toEqual([])
})

test('a signature is told by its kind and size', () => {
  expect(changesOf(null, { signature: `data:image/png;base64,${'A'.repeat(3_000)}` })[0]?.after).toBe('data:image/png, 3 kB')
})
