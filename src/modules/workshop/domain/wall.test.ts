import { expect, test } from 'vitest'
import { keyPlaceOf, whyNotMoveKey } from './keys.ts'
import { areHere, hoursWaited, ownerOf, owesReason, whyNotExplain } from './waits.ts'
import { maskPlate, stateOf, wallFits } from './wall.ts'

test.each([['沪AD9231', '沪A·D9**1'], ['沪AD12345', '沪A·D1***5'], ['A1', 'A1'], ['ABC12', 'AB**2']])('%s is shown to the public as %s', (plate, masked) => {
  expect(maskPlate(plate)).toBe(masked)
})

test('a car works while one clock runs, waits when all stand, and is inspected at the end', () => {
  expect(stateOf('in_work', [{ status: 'paused' }, { status: 'running' }])).toBe('working')
  expect(stateOf('in_work', [{ status: 'paused' }, { status: 'dispatched' }])).toBe('waiting')
  expect(stateOf('authorised', [])).toBe('to-begin')
  expect(stateOf('in_inspection', [{ status: 'finished' }])).toBe('inspection')
})

test('a wall shows as many cars as its screen is high: 36 and 18 on 1080 lines, fewer on 900, and at least one row', () => {
  expect([1080, 900, 200].map((height) => [wallFits('workshop', height), wallFits('reception', height)])).toEqual([[36, 18], [24, 14], [6, 1]])
})

const now = new Date('2026-11-23T02:00:00Z')
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000)

test('a wait of more than 48 hours owes its reason, until one is written that is younger than the wait', () => {
  expect(owesReason(ago(48), null, now)).toBe(false)
  expect(owesReason(ago(48.1), null, now)).toBe(true)
  expect(owesReason(ago(60), ago(70), now)).toBe(true)
  expect(owesReason(ago(60), ago(10), now)).toBe(false)
  expect(hoursWaited(ago(49.9), now)).toBe(49)
  expect([ownerOf('customer'), ownerOf('parts'), ownerOf('technical'), ownerOf('bay')]).toEqual(['advisor', 'advisor', 'technician', 'technician'])
  expect([ownerOf('parts', true), ownerOf('insurer', true)]).toEqual(['technician', 'advisor']) // what came is the technician's to go on with
  expect([{ wanted: 2, short: 0 }, { wanted: 2, short: 1 }, { wanted: 0, short: 0 }].map(areHere)).toEqual([true, false, false])
  expect(whyNotExplain({ status: 'running' })?.code).toBe('workshop.not-waiting')
  expect(whyNotExplain({ status: 'paused' })).toBeNull()
})

const facts = { status: 'in_work' as const, last: null, lastNote: '', place: 'workshop' as const, note: '' }
test.each([
  [{}, null], [{ status: 'delivered' as const }, 'workshop.key-with-customer'], [{ place: 'reception' as const }, 'workshop.key-there-already'], [{ place: 'parking' as const }, 'workshop.key-note-missing'],
  [{ place: 'parking' as const, note: 'P12' }, null], [{ last: 'parking' as const, lastNote: 'P12', place: 'parking' as const, note: 'P13' }, null],
])('a key is moved with %j: %s', (wish, refusal) => {
  expect(whyNotMoveKey({ ...facts, ...wish })?.code ?? null).toBe(refusal)
})

test('the key of a delivered car is with its customer, wherever it was hung last', () => {
  expect(keyPlaceOf('delivered', 'workshop')).toBe('customer')
  expect(keyPlaceOf('received', null)).toBe('reception')
})
