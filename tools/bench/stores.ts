import { makeProduct } from '../../src/app/testing/product.ts'
import { growStores } from './grown-stores.ts'
import { against, load, measured, residentMb, sharesMb, type Timings } from './measure.ts'
import { measureLists, readingGoal, untilReckoned } from './scale.ts'

type Level = { readonly stores: number; readonly timings: Timings; readonly gigabytes: number; readonly orders: number; readonly moves: number; readonly databaseMb: number | null; readonly appMb: number | null; readonly grownSeconds: number; readonly load: string }
export type Growth = { readonly levels: readonly Level[] }

const sizes = [1, 5, 20]
/** A group of this size is reckoned from the last two sizes that were measured. */
const group = 500

/** The same questions, asked in one store, while the database around it grows. */
export async function measureStores(most: number): Promise<Growth> {
  const product = await makeProduct()
  try {
    const { code, said } = await product.run('demo --tier T1')
    if (code !== 0) throw new Error(`T1 did not load: ${said}`)
    await product.start()
    const levels: Level[] = []
    for (const [index, stores] of sizes.filter((size) => size <= most).entries()) {
      const began = performance.now()
      await growStores(product.sql, sizes[index - 1] ?? 1, stores)
      const grownSeconds = (performance.now() - began) / 1_000
      await product.stop()
      await product.start()
      await untilReckoned(product)
      const timings: Timings = new Map()
      await measureLists(product, timings)
      const [counts] = await product.sql<{ gigabytes: number; orders: number; moves: number }>(`
        select pg_database_size(current_database())::float8 / 1e9 as gigabytes, (select count(*)::int from repair_orders.repair_order) as orders, (select count(*)::int from stock.move) as moves`)
      if (counts === undefined) throw new TypeError('nothing was counted')
      const serving = product.serving()
      levels.push({ stores, timings, ...counts, grownSeconds, load: load(), appMb: residentMb(serving), databaseMb: sharesMb(product.databaseProcesses().filter((pid) => pid !== serving && pid !== process.pid)) })
      console.log(`${String(stores)} stores: ${counts.gigabytes.toFixed(1)} GB, grown in ${grownSeconds.toFixed(0)} s`)
    }
    return { levels }
  } finally {
    await product.remove()
  }
}

export const storesHead = '## Stores of a year in one database (T3)'
const ms = (value: number): string => value.toFixed(1)

/** Straight on from the last two sizes; null where there is only one. */
export function reckoned(values: readonly (readonly [stores: number, value: number])[], stores: number): number | null {
  const [before, last] = values.slice(-2)
  if (before === undefined || last === undefined) return null
  return last[1] + ((last[1] - before[1]) / (last[0] - before[0])) * (stores - last[0])
}

function grown(last: number, far: number | null, show: (value: number) => string): string {
  if (far === null) return '–'
  return far < last ? 'does not grow' : show(far)
}

export function storesReport({ levels }: Growth): string {
  const kinds = [...(levels[0]?.timings.keys() ?? [])]
  const head = levels.map(({ stores }) => `${String(stores)} ${stores === 1 ? 'store' : 'stores'}, p50 / p95 ms`)
  const line = (name: string, cells: readonly string[], values: readonly (readonly [number, number])[], show: (value: number) => string): string => {
    const last = values.at(-1)?.[1] ?? 0
    return `| ${[name, ...cells, grown(last, reckoned(values, group), show), against(last, readingGoal(name))].join(' | ')} |`
  }
  const rows = kinds.map((kind) => {
    const all = levels.map(({ stores, timings }) => ({ stores, ...measured(timings.get(kind) ?? []) }))
    return line(kind, all.map(({ p50, p95 }) => `${ms(p50)} / ${ms(p95)}`), all.map(({ stores, p50 }) => [stores, p50] as const), ms)
  })
  const size = line('Database, GB', levels.map(({ gigabytes }) => ms(gigabytes)), levels.map(({ stores, gigabytes }) => [stores, gigabytes] as const), (value) => value.toFixed(0))
  return `${storesHead}

The main store of T1 again and again in one database (tools/bench/grown-stores.ts: set-based SQL, ids of its own, audit rows without their seals), asked in the first store, one client, one question after the other.
${levels.map(({ stores, orders, moves, grownSeconds, appMb, databaseMb, load: average }) => `${String(stores)}: ${String(orders)} repair orders, ${String(moves)} stock moves, grown in ${grownSeconds.toFixed(0)} s; app ${String(appMb ?? '–')} MB, database ${String(databaseMb ?? '–')} MB; load ${average}.`).join('\n')}

| | ${head.join(' | ')} | ${String(group)} stores, reckoned | goal for p50, at the most stores measured |
|---|${levels.map(() => '--:').join('|')}|--:|---|
${[...rows, size].join('\n')}

- The reckoned column is not measured: it goes straight on from the last two sizes; what was no slower at the last is said not to grow. Every list of a store is read through an index that begins with the store, so a figure that grows here grows with the depth of the index or with what no longer fits into memory.
`
}
