import { parentPort } from 'node:worker_threads'
import type { Cell, SheetFormat } from './cells.ts'
import { csvRows } from './csv.ts'
import { xlsxWriter, type SheetLook, type SheetWriter } from './write-xlsx.ts'

export type WriteOrder = { readonly begin: SheetFormat; readonly look: SheetLook } | { readonly rows: readonly (readonly Cell[])[] } | { readonly end: true }

const csvWriter = (): SheetWriter => {
  const pieces = ['\uFEFF'] // without the mark Excel reads UTF-8 as the machine's own code page
  return { add: (rows) => { pieces.push(csvRows(rows)) }, end: () => Buffer.from(pieces.join('')) }
}

let writer: SheetWriter | null = null

parentPort?.on('message', (order: WriteOrder) => {
  if ('begin' in order) writer = order.begin === 'csv' ? csvWriter() : xlsxWriter(order.look)
  else if ('rows' in order) writer?.add(order.rows)
  else parentPort?.postMessage(writer?.end())
})
