import { makeProduct, until, type Product } from '../../src/app/testing/product.ts'

// The worker: an import of thousands of rows goes on behind the pages, slice by slice. It is killed with its process while it reads and while it writes (reliability P6, P7).
const rows = 12_000

type Import = { readonly id: string; readonly state: string; readonly rowsRead: number; readonly rowsDone: number; readonly version: number }

const list = (): string => `客户姓名,手机号码\n${Array.from({ length: rows }, (_, index) => `断电客${String(index)},199${String(20_000_000 + index)}`).join('\n')}\n`

export type Broken = { readonly told: number; readonly wrong: readonly string[]; readonly gapMs: number; readonly verified: boolean; readonly seen: string }

/** Sent, killed while it is compared, run, killed while it is written: in the end each row stands once. */
export async function killLongWork(): Promise<Broken> {
  const product = await makeProduct()
  try {
    await product.start()
    const id = await sent(product, await product.cookie('stm'))
    await killedWhen(product, id, ({ state, rowsRead }) => state === 'reading' && rowsRead > 0)
    const first = await product.start()
    const { version } = await becomes(product, id, 'ready')
    const manager = await product.signIn('stm')
    const { status } = await manager.post(`/imports/${id}/run`, { version }, 'run-the-import')
    if (status !== 200) throw new Error(`the import is not run: ${String(status)}`)
    const done = await killedWhen(product, id, ({ state, rowsDone }) => state === 'running' && rowsDone > 0)
    const gapMs = Math.max(first, await product.start())
    await becomes(product, id, 'done')
    const [books] = await product.sql<{ there: number; each: number }>("select count(*)::int as there, count(distinct name)::int as each from customers.customer where name like '断电客%'")
    const { there = 0, each = 0 } = books ?? {}
    await product.stop()
    const { code, said } = await product.run('verify')
    const wrong = [...(each === rows ? [] : [`${String(rows - each)} rows lost`]), ...(there === each ? [] : [`${String(there - each)} rows twice`])]
    return { told: rows, wrong, gapMs, verified: code === 0 && !said.includes('WRONG'), seen: `an import of ${String(rows)} rows, killed while it was compared and again after ${String(done.rowsDone)} were written: it went on by itself` }
  } finally {
    await product.remove()
  }
}

async function sent(product: Product, cookie: string): Promise<string> {
  const answer = await fetch(`${product.url}/api/imports?kind=customers&fileName=customers.csv`, { method: 'POST', headers: { cookie, 'content-type': 'application/octet-stream', 'idempotency-key': 'send-the-import' }, body: list() })
  const body = await answer.json() as { id?: string }
  if (answer.status !== 200 || body.id === undefined) throw new Error(`the list is not taken: ${JSON.stringify(body)}`)
  return body.id
}

const seen = async (product: Product, id: string): Promise<Import> => {
  const [row] = await product.sql<Import>('select id, state, rows_read as "rowsRead", rows_done as "rowsDone", version from exchange.import where id = $1', [id])
  if (row === undefined) throw new Error('the import is gone')
  return row
}

/** Killed at a moment when the work is in the middle: before, it had begun; afterwards, it has not come to its end. */
async function killedWhen(product: Product, id: string, middle: (row: Import) => boolean): Promise<Import> {
  if (!await until(60_000, async () => middle(await seen(product, id)))) throw new Error('the import is never in the middle')
  const last = await seen(product, id)
  await product.kill().then((pids) => product.leftAfter(10_000, pids))
  if (last.rowsRead === rows && last.rowsDone === rows) throw new Error('the import was over before it was killed')
  return last
}

async function becomes(product: Product, id: string, state: string): Promise<Import> {
  if (!await until(120_000, async () => (await seen(product, id)).state === state)) throw new Error(`the import does not become ${state}: ${JSON.stringify(await seen(product, id))}`)
  return seen(product, id)
}
