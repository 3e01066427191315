import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { size, tell } from './testing/proof.ts'
import { makeProduct, until, whyNotReady, type Product } from './testing/product.ts'
import { writesAt, type Writes } from './testing/writes.ts'

// The product as it is delivered, killed under load. Whatever somebody was told is in the books, once.
const enoughWrites = 1_000 // per fault (reliability P6)
const kills = { app: size({ test: 1, prove: 20 }), database: size({ test: 1, prove: 5 }) }

let product: Product
let writes: Writes
beforeAll(async () => {
  product = await makeProduct()
  await product.start()
  writes = await writesAt(product)
}, 90_000)
afterAll(() => product.remove(), 60_000)

/** A moment nobody chose, once the load runs well. */
async function someMoment(load: { told(): number }): Promise<void> {
  expect(await until(40_000, () => load.told() >= enoughWrites)).toBe(true)
  await new Promise((resolve) => { setTimeout(resolve, Math.random() * 500) })
}

async function expectEveryPromiseKept(): Promise<void> {
  expect(await writes.lost()).toEqual([])
}

async function repeatUnanswered(): Promise<number> {
  const { repeated, wrong } = await writes.repeatUnanswered()
  expect(wrong).toEqual([])
  return repeated
}

test('the program is killed at the busiest hour: nobody is left behind, and all that was promised is in the books once', async () => {
  for (let kill = 1; kill <= kills.app; kill += 1) {
    const load = writes.startLoad()
    await someMoment(load)
    const [, left] = await Promise.all([load.stop(), product.kill().then((pids) => product.leftAfter(10_000, pids))])
    expect(left).toEqual([])
    const ready = await product.start()
    await expectEveryPromiseKept()
    const repeated = await repeatUnanswered()
    tell(`app killed, ${String(kill)}: ${String(load.told())} acknowledged, 0 lost, 0 doubled, ${String(repeated)} repeated; ready again after ${String(Math.round(ready))} ms`)
  }
}, kills.app * 60_000)

test('started again in the same breath, while its old database still goes down, it is ready and stays ready', async () => {
  const load = writes.startLoad()
  await someMoment(load)
  const old = await product.kill()
  await Promise.all([load.stop(), product.start()])
  await expectEveryPromiseKept()
  await repeatUnanswered()
  expect(product.processes().filter((pid) => old.includes(pid))).toEqual([])
}, 60_000)

test('the database is killed at the busiest hour: it comes back by itself, and so do the people', async () => {
  for (let kill = 1; kill <= kills.database; kill += 1) {
    const load = writes.startLoad()
    await someMoment(load)
    const serving = product.serving()
    const before = load.told()
    const since = writes.journal.length
    const began = performance.now()
    product.killDatabase()
    expect(await until(5_000, () => writes.journal.slice(since).some(({ status }) => status === 503))).toBe(true)
    await product.ready(20_000)
    const back = performance.now() - began
    expect(await until(10_000, () => load.told() > before + 50)).toBe(true)
    await load.stop()
    expect(product.serving()).toBe(serving)
    await expectEveryPromiseKept()
    const repeated = await repeatUnanswered()
    expect(repeated).toBeGreaterThan(0)
    tell(`database killed, ${String(kill)}: ${String(load.told())} acknowledged, 0 lost, 0 doubled, ${String(repeated)} repeated; serving again after ${String(Math.round(back))} ms`)
  }
}, kills.database * 60_000)

test('a database that belongs to somebody else leaves with him: the product that works on it starts its own', async () => {
  const backAfter = async (leave: () => Promise<unknown> | void): Promise<void> => {
    const load = writes.startLoad()
    await someMoment(load)
    await leave()
    expect(await until(10_000, async () => await whyNotReady(product.url) !== null)).toBe(true)
    await product.ready(20_000)
    const before = load.told()
    expect(await until(10_000, () => load.told() > before + 50)).toBe(true)
    await load.stop()
    await expectEveryPromiseKept()
    await repeatUnanswered()
  }
  await backAfter(() => product.killDatabaseGuard()) // the server outlives its guard for a moment, and is met again
  expect(await product.stop()).toMatchObject({ code: 0 })
  const another = await startEmbeddedPostgres(product.databaseFolder, { logging_collector: 'on' }) // whose log is not ours, as `verify` or `backup` does, begun before the product
  await product.start()
  await backAfter(() => another.stop())
}, 120_000)

test('asked to stop at the busiest hour, it finishes what it began and leaves in order', async () => {
  const load = writes.startLoad()
  await someMoment(load)
  const pids = product.processes()
  const [exit] = await Promise.all([product.stop(), load.stop()])
  expect(exit).toMatchObject({ code: 0 })
  expect(await product.leftAfter(10_000, pids)).toEqual([])
  await product.start()
  await expectEveryPromiseKept()
  await repeatUnanswered()
}, 60_000)

test('after all of this the laws of the books hold', async () => {
  expect(await product.stop()).toMatchObject({ code: 0 })
  const verified = await product.run('verify')
  expect([verified.code, verified.code === 0 ? '' : verified.said]).toEqual([0, ''])
  expect(verified.said).toContain('ok ')
  expect(verified.said).not.toContain('WRONG')
  expect(await product.leftAfter(10_000)).toEqual([])
}, 60_000)
