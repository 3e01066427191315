import { csvRows } from '../../src/platform/sheets/csv.ts'
import { xlsxWriter } from '../../src/platform/sheets/write-xlsx.ts'
import type { Cell } from '../../src/platform/sheets/cells.ts'

/** A running product, a person who may import parts, so many parts: how long the comparing and the writing take, and how long others wait meanwhile. */
export type ImportWish = { readonly address: string; readonly login: string; readonly password: string; readonly parts: number; readonly format: 'xlsx' | 'csv' }

const categories = ['滤清器', '油液', '制动', '底盘', '电器', '车身', '灯具', '辅料']

function list(parts: number, format: 'xlsx' | 'csv'): Uint8Array {
  const head = ['配件编号', '配件名称', '英文名称', '单位', '类别', '客户限价', '零售价', '索赔价', '价格生效日期', '条码']
  const rows = Array.from({ length: parts }, (_, index): Cell[] => [
    `BN${String(index % 9)}-${String(1_000_000 + index)}`, `测试配件${String(index)} 总成`, `Bench part ${String(index)}`, '个', categories[index % categories.length] ?? '', 10 + (index % 900), 11.5 + (index % 900), 7.25 + (index % 900),
    '2026-01-01', `77${String(1_000_000_000 + index)}`,
  ])
  if (format === 'csv') return Buffer.from(csvRows([head, ...rows]))
  const writer = xlsxWriter({ name: '配件', headRows: 1, widths: [] })
  writer.add([head, ...rows])
  return writer.end()
}

type View = { id: string; state: string; version: number; rowsRead: number; rowsNew: number; rowsUnchanged: number; doneNew: number; doneUnchanged: number; refusal: unknown }

async function main({ address, login, password, parts, format }: ImportWish): Promise<void> {
  let cookie = ''
  const ask = async (method: 'GET' | 'POST', path: string, body?: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Promise<Response> =>
    fetch(`${address}/api${path}`, { method, headers: { cookie, 'content-type': type, 'idempotency-key': crypto.randomUUID() }, ...(body === undefined ? {} : { body }) })
  const signed = await ask('POST', '/session', JSON.stringify({ login, password }))
  cookie = (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const bytes = list(parts, format)
  console.log(`${String(parts)} parts as ${format}: ${(bytes.length / 1_048_576).toFixed(1)} MB`)
  const waits: number[] = []
  let watching = true
  const watcher = (async () => {
    while (watching) {
      const began = performance.now()
      await (await ask('GET', '/parts?find=OIL&limit=20')).text()
      waits.push(performance.now() - began)
      await new Promise((resolve) => { setTimeout(resolve, 20) })
    }
  })()
  const until = async (id: string): Promise<View> => {
    for (;;) {
      const view = await (await ask('GET', `/imports/${id}`)).json() as View
      if (view.state !== 'reading' && view.state !== 'running') return view
      await new Promise((resolve) => { setTimeout(resolve, 250) })
    }
  }
  for (const round of ['first', 'again']) {
    const began = performance.now()
    const { id } = await (await ask('POST', `/imports?kind=parts&fileName=bench.${format}`, new Uint8Array(bytes), 'application/octet-stream')).json() as { id: string }
    const ready = await until(id)
    const compared = performance.now()
    await ask('POST', `/imports/${id}/run`, JSON.stringify({ version: ready.version }))
    const done = await until(id)
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1)
    console.log(`${round}: compared ${seconds(began, compared)} s (${String(ready.rowsNew)} new, ${String(ready.rowsUnchanged)} unchanged), imported ${seconds(compared, performance.now())} s → ${done.state} (${String(done.doneNew)} new, ${String(done.doneUnchanged)} unchanged), together ${seconds(began, performance.now())} s`)
  }
  watching = false
  await watcher
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  console.log(`meanwhile a search for parts: ${String(waits.length)} times, median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`)
}

const [address = 'http://localhost:8080', parts = '80000', format = 'xlsx'] = process.argv.slice(2)
await main({ address, login: 'pts', password: 'gangwei-demo', parts: Number(parts), format: format === 'csv' ? 'csv' : 'xlsx' })
