import { expect, test } from 'vitest'
import { usableBayTime } from './bay-time.ts'

const bays = [{ id: 'one' }, { id: 'two' }]
test.each([
  [[], 20],
  [[{ bayId: 'one', from: 2, until: 5 }], 17],
  [[{ bayId: 'one', from: 2, until: 5 }, { bayId: 'one', from: 4, until: 6 }], 16],
  [[{ bayId: 'one', from: -5, until: 50 }], 10],
  [[{ bayId: 'two', from: 12, until: 20 }, { bayId: 'three', from: 0, until: 10 }], 20],
])('of two bays in ten hours with %j out of service %d can be used', (out, usable) => {
  expect(usableBayTime({ from: 0, until: 10 }, bays, out)).toBe(usable)
})

test('a house that is closed has no bay to use', () => {
  expect(usableBayTime({ from: 10, until: 4 }, bays, [])).toBe(0)
})
