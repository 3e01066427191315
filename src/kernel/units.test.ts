import { expect, test } from 'vitest'
import { unitIn } from './units.ts'

test('English reads its own word for a unit; Chinese and unknown units stay', () => {
  expect([unitIn('en', '升'), unitIn('zh-CN', '升'), unitIn('en', '打'), unitIn('en', 'h')]).toEqual(['L', '升', '打', 'h'])
})
