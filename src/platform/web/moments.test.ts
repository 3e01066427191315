import { expect, test } from 'vitest'
import { momentsIn } from './moments.ts'

test('each store reads the same moment on its own clock, in both languages', () => {
  const read = (zone: string) => [momentsIn('zh-CN', zone).full('2026-11-23T17:30:00Z'), momentsIn('en', zone).full('2026-11-23T17:30:00Z')]
  expect(read('Asia/Shanghai')).toEqual(['11/24 01:30', '24/11, 01:30'])
  expect(read('Asia/Urumqi')).toEqual(['11/23 23:30', '23/11, 23:30'])
  expect(read('America/St_Johns')).toEqual(['11/23 14:00', '23/11, 14:00'])
})

test('what is today by the hour is today in the store, not where the browser stands', () => {
  const now = () => new Date('2026-11-23T17:30:00Z') // the 24th in Shanghai, still the 23rd in Urumqi
  const read = (zone: string, iso: string) => momentsIn('zh-CN', zone, now).time(iso)
  expect([read('Asia/Shanghai', '2026-11-23T15:00:00Z'), read('Asia/Urumqi', '2026-11-23T15:00:00Z')]).toEqual(['11/23 23:00', '21:00'])
  expect([read('Asia/Shanghai', '2026-11-23T16:30:00Z'), read('Asia/Urumqi', '2026-11-23T18:30:00Z')]).toEqual(['00:30', '11/24 00:30'])
})
