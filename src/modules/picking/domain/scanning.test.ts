import { expect, test } from 'vitest'
import { whyNotUnscanned } from './scanning.ts'

const unseen = { scannedLotId: null, unscannedWhy: null }

test('where scanning is required a part leaves its shelf scanned, or with the reason why not (WHK-3.1)', () => {
  expect(whyNotUnscanned('required', 'YL-1001', unseen)).toMatchObject({ code: 'picking.scan-missing', facts: { part: 'YL-1001' } })
  expect(whyNotUnscanned('required', 'YL-1001', { ...unseen, scannedLotId: 'lot' })).toBeNull()
  expect(whyNotUnscanned('required', 'YL-1001', { ...unseen, unscannedWhy: 'no-label' })).toBeNull()
})

test('where it is asked for only, nothing stops an unscanned part', () => {
  expect(whyNotUnscanned('asked', 'YL-1001', unseen)).toBeNull()
})
