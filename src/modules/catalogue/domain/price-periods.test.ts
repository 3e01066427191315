import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../kernel/time.ts'
import { closedBy, coversDay, whyNotPeriod, type Period } from './price-periods.ts'

const since2025: Period = { validFrom: '2025-01-01', validUntil: null }

test('a new price ends the running one the day before it begins', () => {
  const wish = { validFrom: '2026-03-01', validUntil: null }
  expect(whyNotPeriod([since2025], wish)).toBeNull()
  expect(closedBy([since2025], wish)).toEqual({ validFrom: '2025-01-01', validUntil: '2026-02-28' })
})

test('a price that would begin before one already planned is refused with that day', () => {
  expect(whyNotPeriod([since2025], { validFrom: '2024-06-01', validUntil: null })?.facts).toEqual({ from: '2025-01-01' })
  expect(whyNotPeriod([since2025], { validFrom: '2025-01-01', validUntil: null })?.code).toBe('catalogue.price-overlaps')
})

test('a price for a bounded time may stand before a planned one', () => {
  expect(whyNotPeriod([since2025], { validFrom: '2024-01-01', validUntil: '2024-12-31' })).toBeNull()
  expect(whyNotPeriod([since2025], { validFrom: '2024-01-01', validUntil: '2025-01-01' })?.code).toBe('catalogue.price-overlaps')
})

test('a period does not end before it begins', () => {
  expect(whyNotPeriod([], { validFrom: '2026-01-02', validUntil: '2026-01-01' })?.code).toBe('catalogue.period-backwards')
})

test('whatever prices are tried in whatever order, no day ever has two', () => {
  const day = fc.integer({ min: 0, max: 60 })
  fc.assert(fc.property(fc.array(fc.tuple(day, fc.option(day)), { maxLength: 12 }), (wishes) => {
    let periods: Period[] = []
    for (const [from, length] of wishes) {
      const validFrom = addDays('2026-01-01', from)
      const wish = { validFrom, validUntil: length === null ? null : addDays(validFrom, length) }
      if (whyNotPeriod(periods, wish) !== null) continue
      const closed = closedBy(periods, wish)
      periods = [...periods.map((period) => (period.validFrom === closed?.validFrom ? closed : period)), wish]
    }
    for (let offset = 0; offset < 130; offset += 1) {
      expect(periods.filter((period) => coversDay(period, addDays('2026-01-01', offset))).length).toBeLessThanOrEqual(1)
    }
  }))
})
