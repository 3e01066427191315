import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { exceptionsPath, fileLength } from './file-length.ts'

const lines = (count: number): string => 'x\n'.repeat(count)
const found = (files: Record<string, string>): string[] => fileLength(aTree(files)).map(({ path, sentence }) => `${path} ${sentence}`)

test('a source file has 300 lines at most, a test 600', () => {
  expect(found({ 'src/a.ts': lines(300), 'src/a.test.ts': lines(600), 'docs/long.md': lines(900) })).toEqual([])
  expect(found({ 'src/a.ts': lines(301) })).toEqual([expect.stringContaining('301 lines; 300 are allowed')])
  expect(found({ 'src/a.test.ts': lines(601) })).toEqual([expect.stringContaining('601 lines; 600 are allowed')])
})

test('an exception holds a file where it is, and shows when it is no longer needed', () => {
  const exceptions = { [exceptionsPath]: '{ "src/a.ts": 340 }' }
  const whole = (count: number) => found({ ...exceptions, 'src/a.ts': lines(count) }).filter((sentence) => !sentence.includes('may only shrink'))
  expect(whole(340)).toEqual([])
  expect(whole(341)).toEqual([expect.stringContaining('340 are allowed')])
  expect(whole(320)).toEqual([expect.stringContaining('shrunk to 320')])
  expect(whole(300)).toEqual([expect.stringContaining('needs no exception')])
  expect(found(exceptions)).toContainEqual(expect.stringContaining('may only shrink'))
})
