import { expect, test } from 'vitest'
import { onceADay } from './upkeep.ts'

test('what is done once a day is done at the first asking of each day, and again where it failed', async () => {
  let now = new Date('2026-11-23T09:00:00Z')
  const done: string[] = []
  let fails = false
  const asked = onceADay({ now: () => now }, async () => {
    if (fails) throw new Error('the database is away')
    done.push(now.toISOString().slice(0, 13))
  })
  await asked()
  await asked()
  expect(done).toEqual(['2026-11-23T09'])
  now = new Date('2026-11-24T08:00:00Z')
  fails = true
  await expect(asked()).rejects.toThrow('the database is away')
  fails = false
  await asked()
  now = new Date('2026-11-24T18:00:00Z')
  await asked()
  expect(done).toEqual(['2026-11-23T09', '2026-11-24T08'])
})
