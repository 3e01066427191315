import { expect, test } from 'vitest'
import { leastYears, presetTerms, yearsBefore } from './terms.ts'
import { inOrder, maskName, whyNotErase } from './why-not-erase.ts'

const free = { erased: false, mergedAway: false, asked: false, holds: [] }

test('nobody is erased twice, under another name, while asked for, or against a reason that stands', () => {
  expect(whyNotErase(free)).toBeNull()
  expect(whyNotErase({ ...free, erased: true })?.code).toBe('privacy.erased-already')
  expect(whyNotErase({ ...free, mergedAway: true })?.code).toBe('privacy.merged-away')
  expect(whyNotErase({ ...free, asked: true })?.code).toBe('privacy.asked-already')
  expect(whyNotErase({ ...free, holds: [{ code: 'privacy.hold.books', about: 'ST-1', until: '2036-11-23' }] })).toMatchObject({ code: 'privacy.hold.books', facts: { about: 'ST-1', until: '2036-11-23' } })
})

test('what people can settle stands before what only time settles, of that the longest first', () => {
  const hold = (code: string, until: string | null) => ({ code, about: '', until })
  expect(inOrder([hold('b', '2030-01-01'), hold('c', '2036-01-01'), hold('a', null)]).map(({ code }) => code)).toEqual(['a', 'c', 'b'])
})

test('years are counted by the calendar, and no preset is shorter than the law', () => {
  expect(yearsBefore('2024-02-29', 10)).toBe('2014-02-28')
  expect(yearsBefore('2026-11-23', 6)).toBe('2020-11-23')
  expect(Object.keys(presetTerms).every((key) => presetTerms[key as keyof typeof presetTerms] >= leastYears[key as keyof typeof leastYears])).toBe(true)
  expect(maskName('欧阳明月')).toBe('欧***')
})
