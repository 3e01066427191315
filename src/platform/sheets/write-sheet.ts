import { Worker } from 'node:worker_threads'
import { Refusal, RefusedError } from '../../kernel/refusal.ts'
import type { Cell, SheetFormat } from './cells.ts'
import type { SheetLook } from './write-xlsx.ts'
import type { WriteOrder } from './write-worker.ts'

export type OpenSheet = { add(rows: readonly (readonly Cell[])[]): void; end(): Promise<Uint8Array>; abandon(): Promise<void> }

const mostAtOnce = 4
let open = 0

/** A table written in a thread of its own, so that a long one holds up nobody. Refuses platform.overloaded when too many are written at once. */
export function openSheet(format: SheetFormat, look: SheetLook): OpenSheet {
  if (open >= mostAtOnce) throw new RefusedError(new Refusal('platform.overloaded'), 503)
  open += 1
  const worker = new Worker(new URL('./write-worker.ts', import.meta.url), { execArgv: [] })
  worker.once('exit', () => { open -= 1 })
  const tell = (order: WriteOrder): void => { worker.postMessage(order) }
  tell({ begin: format, look })
  const abandon = async (): Promise<void> => { await worker.terminate() }
  return {
    add: (rows) => { tell({ rows }) },
    end: async () => {
      try {
        return await new Promise<Uint8Array>((done, failed) => {
          worker.once('message', done)
          worker.once('error', failed)
          tell({ end: true })
        })
      } finally {
        await abandon()
      }
    },
    abandon,
  }
}

/** A short table in one go. */
export async function writeSheet(format: SheetFormat, look: SheetLook, rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const sheet = openSheet(format, look)
  sheet.add(rows)
  return sheet.end()
}
