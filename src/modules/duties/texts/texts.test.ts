import { expect, test } from 'vitest'
import { instanceStatuses } from '../domain/instance.ts'
import { en } from './en.ts'
import { zh } from './zh-CN.ts'

test('what is still to be done and what was missed are told apart: each state of a duty has a word of its own', () => {
  for (const texts of [zh, en]) {
    const words = instanceStatuses.map((status) => texts[`duties.status.${status}`])
    expect(new Set(words).size, words.join(' · ')).toBe(instanceStatuses.length)
  }
})
