import path from 'node:path'
import { makeProduct, until, type Product } from '../../src/app/testing/product.ts'

export type Drill = { readonly held: boolean; readonly facts: readonly string[] }

/** What must be the same on both sides: counts, sums, and the head of each audit chain. */
const sums = `
  select (select count(*) from repair_orders.repair_order)::text as "repair orders", (select count(*) from stock.move)::text as "stock moves",
    (select count(*) from settlement.payment)::text as payments, (select coalesce(sum(amount_fen), 0) from settlement.payment)::text as "fen paid",
    (select count(*) from platform.audit)::text as "audit entries", (select string_agg(head, ' ' order by head) from (
      select distinct on (store_id) encode(hash, 'hex') as head from platform.audit_block order by store_id, number desc) heads) as "audit heads"`

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> {
  const began = performance.now()
  const result = await work()
  return [result, (performance.now() - began) / 1000]
}

async function command(product: Product, words: string): Promise<{ readonly seconds: number; readonly said: string }> {
  const [{ code, said }, seconds] = await timed(() => product.run(words))
  if (code !== 0) throw new Error(`${words}: ${said}`)
  return { seconds, said }
}

async function booksOf(product: Product): Promise<Record<string, string>> {
  await product.start()
  const sealed = await until(180_000, async () => (await product.sql('select 1 from platform.audit_unsealed limit 1')).length === 0)
  if (!sealed) throw new Error('the audit chain is still not sealed after three minutes')
  const [row] = await product.sql<Record<string, string>>(sums)
  await product.stop()
  return row ?? {}
}

/** A year of a store (T1), backed up, restored into an empty place, verified there, and compared. */
export async function restoreDrill(): Promise<Drill> {
  const store = await makeProduct()
  const elsewhere = await makeProduct({ BACKUP_DIR: path.join(store.folder, 'backups') })
  try {
    const demo = await command(store, 'demo --tier T1')
    const books = await booksOf(store)
    const backup = await command(store, 'backup')
    const restored = await command(elsewhere, 'restore')
    const wrong = restored.said.split('\n').filter((line) => line.startsWith('WRONG'))
    const other = await booksOf(elsewhere)
    const differing = Object.keys(books).filter((name) => books[name] !== other[name])
    return {
      held: wrong.length === 0 && differing.length === 0,
      facts: [
        `restore drill: T1 loaded in ${demo.seconds.toFixed(0)} s, backed up in ${backup.seconds.toFixed(1)} s, restored into an empty place and verified in ${restored.seconds.toFixed(1)} s (goal 30 min for 5 GB)`,
        `restore drill: verify there ${wrong.length === 0 ? 'clean' : wrong.join('; ')}; ${String(books['repair orders'])} repair orders, ${String(books['stock moves'])} stock moves, ${String(books['audit entries'])} audit entries, `
        + (differing.length === 0 ? 'sums, counts and audit heads equal' : `differing: ${differing.join(', ')}`),
      ],
    }
  } finally {
    await elsewhere.remove()
    await store.remove()
  }
}
