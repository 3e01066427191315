import { expect, test } from 'vitest'
import { shippedDuties } from './default-pack.ts'
import { eventNamed } from './event-names.ts'
import { isFault, parseWhen } from './when.ts'

test('every event that the manual waits for has its words', () => {
  const events = shippedDuties.flatMap(({ when }) => { const read = parseWhen(when); return !isFault(read) && read.kind === 'event' ? read.events.map(({ name }) => name) : [] })
  expect(events.filter((event) => eventNamed(event) === null)).toEqual([])
})
