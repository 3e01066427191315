import { parentPort, workerData } from 'node:worker_threads'
import { RefusedError, Refusal } from '../../../kernel/refusal.ts'
import { readSheets } from '../../../platform/sheets/read-sheets.ts'
import type { Headings } from '../domain/columns.ts'
import { sliceRows, type ImportKind } from '../domain/kinds.ts'
import { cellsOf, findTable, readTable, type TableHead, type TableRow } from '../domain/read-table.ts'

export type ReadingOrder = { readonly bytes: Uint8Array; readonly kind: ImportKind; /** The words of suppliers for the columns. */ readonly headings: readonly Headings[] }
export type ReadingWord =
  | { readonly refusal: { readonly code: string; readonly facts: Refusal['facts'] } }
  | { readonly head: TableHead }
  | { readonly rows: readonly TableRow[] }
  | { readonly cells: readonly (readonly string[])[] }
export type ReadingWish = { readonly from: number } | { readonly lines: readonly number[] }

const { bytes, kind, headings } = workerData as ReadingOrder
const say = (word: ReadingWord): void => { parentPort?.postMessage(word) }

/** Slices are handed out one by one, as they are asked for: no more than one of them is ever in two threads. */
function serveTable(): void {
  const found = findTable(kind, readSheets(bytes), headings)
  if (found instanceof Refusal) return say({ refusal: { code: found.code, facts: found.facts } })
  const { head, rows } = readTable(kind, found)
  say({ head })
  parentPort?.on('message', (wish: ReadingWish) => {
    say('from' in wish ? { rows: rows.slice(wish.from, wish.from + sliceRows) } : { cells: wish.lines.map((line) => cellsOf(found, line)) })
  })
}

try {
  serveTable()
} catch (cause) {
  const refusal = cause instanceof RefusedError ? cause.refusal : new Refusal('platform.file-unreadable')
  say({ refusal: { code: refusal.code, facts: refusal.facts } })
}
