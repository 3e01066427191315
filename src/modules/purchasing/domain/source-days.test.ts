import { expect, test } from 'vitest'
import { expectedDay, presetSourceDays } from './source-days.ts'

test('what somebody said goes before the usual days; what was asked for and has no source has no day', () => {
  expect(expectedDay(undefined, '2026-11-28', presetSourceDays)).toEqual({ day: '2026-12-03', usual: true })
  expect(expectedDay({ eta: '2026-11-30' }, '2026-11-28', presetSourceDays)).toEqual({ day: '2026-11-30', usual: false })
  expect(expectedDay({ eta: null }, '2026-11-28', presetSourceDays)).toEqual({ day: null, usual: false })
})
