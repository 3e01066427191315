import { expect, test } from 'vitest'
import { normalPartNumber, whyNotPartNumber } from './part-number.ts'

test('a part number is the same however it was typed', () => {
  expect(normalPartNumber(' yl０1-115–561 h ')).toBe('YL01-115-561H')
})

test.each(['YL01-115', '7', 'A'.repeat(40)])('%s can be a part number', (number) => { expect(whyNotPartNumber(number)).toBeNull() })

test.each(['', '-1', '机油', 'A/B', 'A'.repeat(41)])('"%s" is not a part number', (number) => {
  expect(whyNotPartNumber(number)?.code).toBe('catalogue.not-a-part-number')
})
