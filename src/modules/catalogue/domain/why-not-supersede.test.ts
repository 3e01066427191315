import { expect, test } from 'vitest'
import { whyNotSupersede } from './why-not-supersede.ts'

test('a part is never its own successor, however long the chain', () => {
  const part = { id: 'a', number: 'A-1' }
  expect(whyNotSupersede(part, [])).toBeNull()
  expect(whyNotSupersede(part, [{ id: 'b' }, { id: 'c' }])).toBeNull()
  expect(whyNotSupersede(part, [{ id: 'b' }, { id: 'a' }])).toMatchObject({ code: 'catalogue.supersession-circle', facts: { number: 'A-1' } })
})
