import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { markDown, proofsToCome, tableOf } from './count.ts'

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')

test('the README shows how the manual is proved today (npm run duties -- --write)', () => {
  expect(read('README.md')).toContain(markDown(tableOf()))
})

test('the list of proofs to come only shrinks: nothing stands beside it, and what came is off it', () => {
  const listed = read('docs/proofs-to-come.txt').split('\n').filter((line) => line !== '').map((line) => line.split(' ')[0])
  expect(listed).toEqual(proofsToCome().map(({ id }) => id))
  expect(listed.length).toBeLessThanOrEqual(187)
})
