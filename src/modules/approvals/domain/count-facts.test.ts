import { expect, test } from 'vitest'
import { readCountFacts, writeCountFacts } from './count-facts.ts'

test('what a count found is read as it was written; what another request carries is none', () => {
  const facts = { different: 1, lines: 10, absoluteFen: 4_290_312 }
  expect(readCountFacts(writeCountFacts(facts))).toEqual(facts)
  for (const other of ['', 'customer', '1/10', '-1/10/5']) expect(readCountFacts(other)).toBeNull()
})
