import { expect, test } from 'vitest'
import { isDelayed } from './hand-over.ts'

const at = (time: string): Date => new Date(`2026-11-23T${time}:00Z`)

test.each([
  ['09:30', '12:00', false], ['09:31', '12:00', true], [null, '09:30', false], [null, '09:31', true],
] as const)('authorised at nine, its key handed over at %s, seen at %s: delayed %s', (handedOver, now, delayed) => {
  expect(isDelayed({ authorisedAt: at('09:00'), handedOverAt: handedOver === null ? null : at(handedOver), now: at(now) })).toBe(delayed)
})
