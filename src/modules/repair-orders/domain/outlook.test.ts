import { expect, test } from 'vitest'
import { isLookOld, promiseNow, shortParts, whyNotPromise, whyNotStillPromise } from './outlook.ts'

const line = (id: string, partId: string | null, change: object = {}) => ({ id, partId, code: 'P-1', nameZh: '火花塞', nameEn: 'Spark plug', quantityThousandths: 4_000, reserved: 0, issued: 0, free: 6_000, ...change })

test('what is free of a part serves its lines in their order; what is reserved or handed out is not asked for again', () => {
  expect(shortParts([line('a', 'p'), line('b', 'p'), line('c', null)]).map(({ lineId }) => lineId)).toEqual(['b'])
  expect(shortParts([line('a', 'p', { free: -2_000, reserved: 3_000, issued: 1_000 }), line('b', 'q', { free: 3_999 })]).map(({ lineId }) => lineId)).toEqual(['b'])
})

test('an earlier promise needs its reason; where nothing was computed, nothing is asked', () => {
  expect(whyNotPromise({ promisedAt: 9, earliest: 10, earlyReason: ' ' })?.code).toBe('repair-orders.promise-too-early')
  expect([whyNotPromise({ promisedAt: 9, earliest: 10, earlyReason: '客户赶车' }), whyNotPromise({ promisedAt: 10, earliest: 10, earlyReason: '' }), whyNotPromise({ promisedAt: 1, earliest: null, earlyReason: '' })]).toEqual([null, null, null])
})

test('a promise moves when the shop fell behind what was looked up, by more than is no news, and never to an earlier time', () => {
  const minutes = (count: number) => count * 60_000
  const promise = { promisedAt: minutes(600), seen: minutes(600), earliest: minutes(600) }
  expect(promiseNow(promise)).toBe(minutes(600))
  expect(promiseNow({ ...promise, earliest: minutes(615) })).toBe(minutes(600))
  expect(promiseNow({ ...promise, earliest: minutes(616) })).toBe(minutes(616))
  expect(promiseNow({ ...promise, earliest: minutes(300) })).toBe(minutes(600))
  expect(promiseNow({ ...promise, promisedAt: minutes(900), earliest: minutes(800) })).toBe(minutes(900))
  expect(promiseNow({ ...promise, promisedAt: minutes(500) })).toBe(minutes(500)) // earlier with a reason, and nothing got worse
  expect(promiseNow({ ...promise, promisedAt: minutes(500), earliest: minutes(700) })).toBe(minutes(700))
  expect([promiseNow({ ...promise, seen: null, earliest: minutes(700) }), promiseNow({ ...promise, earliest: null })]).toEqual([minutes(700), minutes(600)])
  expect([whyNotStillPromise(promise), whyNotStillPromise({ ...promise, earliest: minutes(700) })?.code]).toEqual([null, 'repair-orders.promise-moved'])
  expect([isLookOld(null, 0), isLookOld(0, minutes(10)), isLookOld(0, minutes(10) + 1)]).toEqual([true, false, true])
})
