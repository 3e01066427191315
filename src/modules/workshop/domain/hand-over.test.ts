import { expect, test } from 'vitest'
import { isDelayed } from './hand-over.ts'

const at = (time: string): Date => new Date(`2026-11-23T${time}:00Z`)

test.each([
  ['09:30', '12:00', 30, false], ['09:31', '12:00', 30, true], [null, '09:30', 30, false], [null, '09:31', 30, true], ['09:31', '12:00', 45, false], ['09:16', '12:00', 15, true],
] as const)('authorised at nine, its key handed over at %s, seen at %s, %s minutes allowed: delayed %s', (handedOver, now, minutes, delayed) => {
  expect(isDelayed({ authorisedAt: at('09:00'), handedOverAt: handedOver === null ? null : at(handedOver), now: at(now), minutes })).toBe(delayed)
})
