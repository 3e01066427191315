import type { Cell } from './cells.ts'

const separators = [',', '\t', ';', '，'] as const

/** The separator that stands most often in the first lines, outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4_000).replace(/"[^"]*"/g, '')
  const counts = separators.map((separator) => head.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** RFC 4180 and what deviates from it harmlessly. An apostrophe before a sign that a spreadsheet would calculate with is taken off again. */
export function readCsv(text: string, mostRows: number): Cell[][] {
  const separator = separatorOf(text)
  const rows: Cell[][] = []
  let row: Cell[] = []
  let at = 0
  while (at < text.length && rows.length <= mostRows) {
    const quoted = text[at] === '"'
    const { value, next } = quoted ? quotedCell(text, at + 1) : { value: '', next: at }
    const end = endOfCell(text, next, separator)
    const cell = value + text.slice(next, end)
    row.push(cell === '' ? null : unescaped(cell))
    if (text[end] === separator) at = end + 1
    else {
      rows.push(row)
      row = []
      at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
    }
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function quotedCell(text: string, from: number): { value: string; next: number } {
  let value = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return { value: value + text.slice(at), next: text.length }
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { value, next: quote + 1 }
    value += '"'
    at = quote + 2
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (character === separator || character === '\n' || character === '\r') return at
  }
  return text.length
}

const unescaped = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** A text that a spreadsheet would calculate becomes a text again: it begins with an apostrophe. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvRows = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
