import { expect, test } from 'vitest'
import { findAll } from './json-path.ts'

const answer = { rows: [{ id: 'a', open: 0, jobs: [{ id: 'j1', status: 'paused' }] }, { id: 'b', open: 2, jobs: [], at: null }, { id: 'c', open: 3, jobs: [{ id: 'j2', status: 'running' }], at: '2026-11-24' }] }

test.each([
  ['$.rows[0].id', ['a']],
  ['$.rows[*].id', ['a', 'b', 'c']],
  ['$.rows[?@.open>0].id', ['b', 'c']],
  ['$.rows[?@.open>=2 && @.at!=null].id', ['c']],
  ["$.rows[?@.jobs[0].status=='paused'].id", ['a']],
  ["$.rows[?@.open>0].jobs[?@.status=='running'].id", ['j2']],
  ['$.rows[?@.at].id', ['b', 'c']],
  ['$.rows[7].id', []],
  ['$.rows[0].id.more', []],
])('%s', (path, found) => {
  expect(findAll(answer, path)).toEqual(found)
})

test('what examples may not use is named', () => {
  expect(() => findAll(answer, '$..id')).toThrow('$..id')
})
