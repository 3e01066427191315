import { expect, test } from 'vitest'
import { shortParts, whyNotPromise } from './outlook.ts'

const line = (id: string, partId: string | null, change: object = {}) => ({ id, partId, code: 'P-1', nameZh: '火花塞', nameEn: 'Spark plug', quantityThousandths: 4_000, reserved: 0, issued: 0, free: 6_000, ...change })

test('what is free of a part serves its lines in their order; what is reserved or handed out is not asked for again', () => {
  expect(shortParts([line('a', 'p'), line('b', 'p'), line('c', null)]).map(({ lineId }) => lineId)).toEqual(['b'])
  expect(shortParts([line('a', 'p', { free: -2_000, reserved: 3_000, issued: 1_000 }), line('b', 'q', { free: 3_999 })]).map(({ lineId }) => lineId)).toEqual(['b'])
})

test('an earlier promise needs its reason; where nothing was computed, nothing is asked', () => {
  expect(whyNotPromise({ promisedAt: 9, earliest: 10, earlyReason: ' ' })?.code).toBe('repair-orders.promise-too-early')
  expect([whyNotPromise({ promisedAt: 9, earliest: 10, earlyReason: '客户赶车' }), whyNotPromise({ promisedAt: 10, earliest: 10, earlyReason: '' }), whyNotPromise({ promisedAt: 1, earliest: null, earlyReason: '' })]).toEqual([null, null, null])
})
