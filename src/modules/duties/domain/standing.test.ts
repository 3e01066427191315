import { expect, test } from 'vitest'
import { isStanding, whenRecorded } from './standing.ts'
import { isFault, parseWhen } from './when.ts'

test.each([['always', true], ['on(claim.created)', true], ['on(claim.created)+P3D', false], ['on(claim.created)+P0D', false], ['day', false], ['FREQ=MONTHLY', false]])('%s stands by itself: %s', (due, standing) => {
  expect(isStanding(due)).toBe(standing)
})

test('what no data shows yet has a deadline that makes instances', () => {
  expect(whenRecorded('always')).toBe('FREQ=MONTHLY;BYMONTHDAY=-1')
  for (const due of ['always', 'on(claim.created)']) {
    const when = parseWhen(whenRecorded(due))
    expect([due, isFault(when), isStanding(whenRecorded(due))]).toEqual([due, false, false])
  }
})
