import { expect, test } from 'vitest'
import { adviseSource, costBy, fitsRequest, type SourceOption } from './advice.ts'

const option = (source: SourceOption['source'], eta: string, comparedFen: number, fits = true): SourceOption => ({ source, eta, comparedFen, fits })
const maker = [option('m-order', '2026-12-02', 10_000), option('m-order', '2026-11-28', 10_200), option('j-order', '2026-11-26', 10_500), option('e-order', '2026-11-25', 11_000)]

test('who stands on the road is advised the earliest, who waits the cheapest within two days of it, nobody in a hurry the cheapest', () => {
  expect(adviseSource(maker, 'off-road')).toEqual({ option: maker[3], reason: 'earliest' })
  expect(adviseSource(maker, 'waiting')).toEqual({ option: maker[2], reason: 'cheapest-in-time' })
  expect(adviseSource(maker, 'normal')).toEqual({ option: maker[0], reason: 'cheapest' })
  expect(adviseSource([...maker, option('outside', '2026-11-24', 12_000)], 'off-road')?.option.source).toBe('outside')
  // Two days after the earliest and no more.
  expect(adviseSource([option('outside', '2026-11-23', 20_000), ...maker], 'waiting')?.option).toMatchObject({ source: 'e-order' })
})

test('of two at one cost the earlier, of two on one day the cheaper, and at both the same what lies in the group', () => {
  expect(adviseSource([option('m-order', '2026-11-28', 100), option('outside', '2026-11-25', 100)], 'normal')?.option.source).toBe('outside')
  expect(adviseSource([option('e-order', '2026-11-25', 110), option('transfer', '2026-11-25', 100)], 'off-road')?.option.source).toBe('transfer')
  for (const urgency of ['off-road', 'waiting', 'normal'] as const) expect(adviseSource([option('outside', '2026-11-25', 100), option('transfer', '2026-11-25', 100)], urgency)?.option.source).toBe('transfer')
})

test('what does not serve the request is not advised, and where nothing does there is no advice', () => {
  expect(adviseSource([option('transfer', '2026-11-24', 1, false), ...maker], 'off-road')?.option.source).toBe('e-order')
  expect(adviseSource([option('transfer', '2026-11-24', 1, false)], 'normal')).toBeNull()
  expect(fitsRequest({ origin: 'hand', thousandths: 1_000 }, { needsJob: true, free: null })).toBe(false)
  expect(fitsRequest({ origin: 'job', thousandths: 1_000 }, { needsJob: true, free: null })).toBe(true)
  expect(fitsRequest({ origin: 'sale', thousandths: 1_001 }, { needsJob: false, free: 1_000 })).toBe(false)
  expect(fitsRequest({ origin: 'hand', thousandths: 1_000 }, { needsJob: false, free: 1_000 })).toBe(true)
})

test('a kind of order costs its share of the usual price', () => {
  expect(costBy(71_675, { pricePercent: 110 })).toBe(78_843)
})
