import { expect, test } from 'vitest'
import { callTimeOf, keptCallTime, whyNotCallTime, type CallTime } from './call-time.ts'

const at = (on: string, from = 9, to = 11): CallTime => ({ kind: 'at', on, from, to })

test.each([
  [null, 'settlement.no-call-time'],
  [{ kind: 'any' } as const, undefined],
  [at('2026-11-24'), undefined],
  [at('2026-11-27'), undefined],
  [at('2026-11-23'), 'settlement.call-day-outside'],
  [at('2026-11-28'), 'settlement.call-day-outside'],
  [at('2026-11-25', 11, 9), 'settlement.call-hours-backwards'],
  [at('2026-11-25', 9, 9), 'settlement.call-hours-backwards'],
])('on 24 November the call is asked for at %j: %s', (time, code) => {
  expect(whyNotCallTime(time, '2026-11-24')?.code).toBe(code)
})

test('what is kept is what was asked; an old delivery has no time', () => {
  for (const time of [{ kind: 'any' } as const, at('2026-11-25')]) expect(callTimeOf(keptCallTime(time))).toEqual(time)
  expect(callTimeOf({ followUpAny: false, followUpOn: null, followUpFrom: null, followUpTo: null })).toBeNull()
})
