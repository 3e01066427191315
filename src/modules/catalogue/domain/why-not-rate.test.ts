import { expect, test } from 'vitest'
import { whyNotRateFrom } from './why-not-rate.ts'

test('a rate begins today or later, never on a day whose orders are written', () => {
  expect(whyNotRateFrom('2026-05-02', '2026-05-02')).toBeNull()
  expect(whyNotRateFrom('2026-05-01', '2026-05-02')).toMatchObject({ code: 'catalogue.rate-backdated', facts: { today: '2026-05-02' } })
})
