import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { invariants } from '../modules.ts'
import { closedByData } from '../testing/closed-by-data.ts'
import { brokenInvariants } from '../testing/furnished.ts'
import { size, tell } from '../testing/proof.ts'
import { loadDemo } from './load-demo.ts'

// The demo store ends at the moment of its loading, so each hour of each day is another store. Odd hours of eleven days in the full size.
const first = Date.parse('2026-11-29T00:31:45Z')
const moments = Array.from({ length: size({ test: 1, prove: 12 }) }, (_, index) => new Date(first + index * 23 * 3_600_000 + index * 37 * 60_000))

/** Duties that two weeks of a store close by themselves. */
const ofTheDemo = ['STM-4.7', 'STM-6.4', 'FDS-2.4', 'WSS-4.1', 'PTS-3.1', 'PTS-3.3', 'PTS-5.1', 'PTS-11.1', 'PPL-1.2', 'PPL-5.1', 'PPL-5.2', 'PPL-6.2']

test('the demo store loads at whatever hour, and its books are right', async () => {
  for (const now of moments) {
    const base = await testDatabase()
    await loadDemo(base.database, { now, seed: 1 })
    expect([now, await brokenInvariants(base, invariants)]).toEqual([now, []])
    if (now.getTime() === first) expect(await closedByData(base)).toEqual(expect.arrayContaining([...ofTheDemo]))
    await base.drop()
  }
  tell(`the demo store loaded at ${String(moments.length)} hours of different days, its books right each time`)
}, 600_000)
