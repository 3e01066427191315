import { afterAll } from 'vitest'

// A worker runs many files in one world: what one of them puts in a global's place, all after it would meet.
const world = (): Readonly<Record<string, unknown>> => ({ fetch, Date, setTimeout, setInterval, performance, random: Math.random, randomUUID: crypto.randomUUID })
const before = world()
afterAll(() => {
  const after = world()
  const replaced = Object.keys(before).filter((name) => before[name] !== after[name])
  if (replaced.length > 0) throw new Error(`this file replaced ${replaced.join(', ')} and did not put it back`)
})
