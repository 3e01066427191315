import { parseFen, parseThousandths } from '../../../ui-kit/exact-numbers.ts'
import { normalPartNumber, whyNotPartNumber } from '../../catalogue/domain/part-number.ts'

/** The rows that were understood, and the numbers of those that were not. */
export type Pasted<Row> = { readonly rows: readonly Row[]; readonly faulty: readonly number[] }

function read<Row>(text: string, rowOf: (cells: readonly string[]) => Row | null): Pasted<Row> {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== '')
  // A spreadsheet puts tabs between its cells, also where one is empty; typed by hand, spaces or commas do.
  const made = lines.map(({ line, number }) => ({ number, row: rowOf((line.includes('\t') ? line.split('\t') : line.trim().split(/\s*[,，;；]\s*|\s+/)).map((cell) => cell.trim())) }))
  return { rows: made.flatMap(({ row }) => (row === null ? [] : [row])), faulty: made.filter(({ row }) => row === null).map(({ number }) => number) }
}

const partOf = (typed: string): string | null => (whyNotPartNumber(normalPartNumber(typed)) === null ? normalPartNumber(typed) : null)
/** 1,234.50 of a spreadsheet, ￥ or ¥ before it. */
const bare = (typed: string): string => typed.replace(/[¥￥,，\s]/g, '')

export type TheirLine = { readonly document: string; readonly partNumber: string; readonly thousandths: number; readonly fen: number }

/** Delivery note (may be left out), part number, quantity, amount. */
export const readStatement = (text: string): Pasted<TheirLine> => read(text, (cells) => {
  const [document = '', part = '', quantity = '', amount = ''] = cells.length === 3 ? ['', ...cells] : cells
  const [partNumber, thousandths, fen] = [partOf(part), parseThousandths(bare(quantity)), parseFen(bare(amount))]
  return partNumber === null || thousandths === null || thousandths === 0 || fen === null || document.length > 60 || cells.length > 4 ? null : { document, partNumber, thousandths, fen }
})

export type WantedLine = { readonly partNumber: string; readonly name: string; readonly thousandths: number }

/** Part number, name (in several words, too), quantity. */
export const readWanted = (text: string): Pasted<WantedLine> => read(text, (cells) => {
  const name = cells.slice(1, -1).join(' ').trim()
  const [partNumber, thousandths] = [partOf(cells[0] ?? ''), parseThousandths(bare(cells.at(-1) ?? ''))]
  return partNumber === null || name === '' || name.length > 60 || thousandths === null || thousandths <= 0 ? null : { partNumber, name, thousandths }
})
