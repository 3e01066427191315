import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mileageWarning, whyNotMileage, type MileageFacts, type Reading } from './why-not-mileage.ts'

const at = (day: string): number => Date.parse(`${day}T10:00:00Z`)
const read = (day: string, km: number, facts: Partial<Reading> = {}): Reading => ({ at: at(day), km, source: 'reception', voided: false, ...facts })
const asked = (day: string, km: number, facts: Partial<MileageFacts> = {}): MileageFacts => ({ readings: [], meterChanges: [], at: at(day), km, ...facts })

const history = [read('2026-01-10', 10_000), read('2026-06-10', 20_000)]

test('a reading is at least the last one before it; the refusal names that one', () => {
  expect(whyNotMileage(asked('2026-09-01', 20_000, { readings: history }))).toBeNull()
  expect(whyNotMileage(asked('2026-09-01', 19_999, { readings: history }))).toMatchObject({ code: 'vehicles.mileage-too-low', facts: { last: 20_000, km: 19_999 } })
})

test('the first reading of a car may be any', () => {
  expect(whyNotMileage(asked('2026-09-01', 0))).toBeNull()
  expect(mileageWarning(asked('2026-09-01', 250_000))).toBeNull()
})

test('a voided reading counts for nothing', () => {
  const readings = [...history, read('2026-07-01', 200_000, { voided: true })]
  expect(whyNotMileage(asked('2026-09-01', 21_000, { readings }))).toBeNull()
  expect(mileageWarning(asked('2026-09-01', 21_000, { readings }))).toBeNull()
})

test('an import goes by its date: it stands between its neighbours of that time, not after the newest', () => {
  const imported = (km: number) => whyNotMileage(asked('2026-03-01', km, { readings: history }))
  expect(imported(15_000)).toBeNull()
  expect(imported(9_999)?.facts).toMatchObject({ last: 10_000 })
  expect(imported(20_001)).toMatchObject({ code: 'vehicles.mileage-above-later', facts: { later: 20_000 } })
})

test('after a change of the meter the new meter counts', () => {
  const readings = [...history, read('2026-07-01', 12, { source: 'meter-change' })]
  const meterChanges = [{ at: at('2026-07-01'), oldKm: 21_000, newKm: 12 }]
  expect(whyNotMileage(asked('2026-08-01', 900, { readings, meterChanges }))).toBeNull()
  expect(whyNotMileage(asked('2026-08-01', 11, { readings, meterChanges }))?.facts).toMatchObject({ last: 12 })
  expect(whyNotMileage(asked('2026-06-20', 20_500, { readings, meterChanges }))).toBeNull()
  expect(whyNotMileage(asked('2026-06-20', 21_001, { readings, meterChanges }))?.facts).toMatchObject({ later: 21_000 })
})

test('more than 1,000 km a day warns, and only warns', () => {
  const jump = asked('2026-06-13', 23_001, { readings: history })
  expect(whyNotMileage(jump)).toBeNull()
  expect(mileageWarning(jump)).toMatchObject({ code: 'vehicles.mileage-jump', facts: { driven: 3_001, days: 3 } })
  expect(mileageWarning(asked('2026-06-13', 23_000, { readings: history }))).toBeNull()
})

test('two readings of one day are judged by a whole day', () => {
  const soon = { ...asked('2026-06-10', 20_080, { readings: history }), at: at('2026-06-10') + 3_600_000 }
  expect(mileageWarning(soon)).toBeNull()
})

test('whatever is tried in whatever order, the readings that were let in never fall', () => {
  const tries = fc.array(fc.record({ at: fc.integer({ min: 0, max: 30 }), km: fc.integer({ min: 0, max: 50 }) }), { maxLength: 30 })
  fc.assert(fc.property(tries, (wishes) => {
    const readings: Reading[] = []
    for (const wish of wishes) {
      if (whyNotMileage({ readings, meterChanges: [], ...wish }) === null) readings.push({ ...wish, source: 'import', voided: false })
    }
    const byTime = readings.toSorted((a, b) => a.at - b.at || a.km - b.km).map(({ km }) => km)
    expect(byTime).toEqual(byTime.toSorted((a, b) => a - b))
  }))
})
