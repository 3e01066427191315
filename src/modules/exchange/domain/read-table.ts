import { Refusal } from '../../../kernel/refusal.ts'
import { shownCell, type Cell } from './cells.ts'
import { findHeader, findingOf, isNoRow, readLine, type Finding, type Headings, type Mapping } from './columns.ts'
import { columnsOf, keyFields } from './kind-columns.ts'
import { previewRows, type ImportKind } from './kinds.ts'

export type TableSheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[]; readonly from1904: boolean }

export type TableRow = {
  /** As the spreadsheet numbers it. */
  readonly line: number
  readonly values: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
}

export type TableHead = {
  readonly headers: readonly { readonly header: string; readonly field: string | null }[]
  readonly rows: number
  readonly preview: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export type Found = { readonly sheet: TableSheet; readonly mapping: Mapping }

/** The sheet whose header fits best, by the usual words or by those of one supplier. Refuses a file without a header, and one that lacks a needed column. */
export function findTable(kind: ImportKind, sheets: readonly TableSheet[], headings: readonly Headings[] = []): Found | Refusal {
  const columns = columnsOf[kind]
  const found = sheets.flatMap((sheet): Found[] => [{}, ...headings].flatMap((own) => {
    const mapping = findHeader(columns, sheet.rows, own)
    return mapping === null ? [] : [{ sheet, mapping }]
  })).toSorted((a, b) => Number(b.mapping.theirs) - Number(a.mapping.theirs))
  const whole = found.find(({ mapping }) => mapping.missing.length === 0)
  if (whole !== undefined) return whole
  const [first] = found
  const wanted = (fields: readonly string[]) => fields.map((field) => columns[field]?.zh ?? field)
  if (first === undefined) return new Refusal('exchange.no-header', { columns: wanted(Object.keys(columns).filter((field) => columns[field]?.required === true)) })
  return new Refusal('exchange.column-missing', { columns: wanted(first.mapping.missing) })
}

/** Every row read, named twice or not, in the order in which they are to be written. */
export function readTable(kind: ImportKind, { sheet, mapping }: Found): { head: TableHead; rows: TableRow[] } {
  const columns = columnsOf[kind]
  const keys = new Map<string, number>()
  const rows: TableRow[] = []
  for (let index = mapping.headerRow + 1; index < sheet.rows.length; index += 1) {
    const row = sheet.rows[index] ?? []
    if (isNoRow(row)) continue
    const line = index + 1
    const { values, findings } = readLine(columns, mapping, row, sheet)
    const twice = namedBefore(kind, values, keys, line)
    const all = twice === null ? findings : [...findings, twice]
    rows.push({ line, values, findings: all })
  }
  const ordered = kind === 'parts' ? successorsFirst(rows) : rows
  const preview = rows.slice(0, previewRows).map(({ line }) => ({ line, cells: cellsOf({ sheet, mapping }, line) }))
  return { head: { headers: mapping.columns.map(({ header, field }) => ({ header, field })), rows: rows.length, preview }, rows: ordered }
}

/** A row as it stands in the file, under the headers found. */
export const cellsOf = ({ sheet, mapping }: Found, line: number): string[] =>
  mapping.columns.map(({ index }) => shownCell(sheet.rows[line - 1]?.[index] ?? null).slice(0, 200))

export const isGood = ({ findings }: TableRow): boolean => findings.every(({ bad }) => !bad)

function namedBefore(kind: ImportKind, values: TableRow['values'], keys: Map<string, number>, line: number): Finding | null {
  const parts = keyFields[kind].map((field) => values[field])
  if (parts.includes(null)) return null
  const key = parts.join('\u0000')
  const before = keys.get(key)
  if (before !== undefined) return findingOf(keyFields[kind][0] ?? '', new Refusal('exchange.twice-in-file', { line: before }), parts.join(' '))
  keys.set(key, line)
  return null
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A part comes after the one that replaces it, so that its successor is there; a circle within the file is refused. */
function successorsFirst(rows: readonly TableRow[]): TableRow[] {
  const byNumber = new Map(rows.filter(isGood).map((row) => [word(row.values['number']), row]))
  const ordered: TableRow[] = []
  const state = new Map<TableRow, 'open' | 'placed'>()
  for (const start of rows) {
    const chain: TableRow[] = []
    let row: TableRow | undefined = start
    while (row !== undefined && !state.has(row)) {
      state.set(row, 'open')
      chain.push(row)
      row = isGood(row) && row.values['successor'] !== null ? byNumber.get(word(row.values['successor'])) : undefined
    }
    const circle = row !== undefined && state.get(row) === 'open'
    for (const item of chain.toReversed()) {
      state.set(item, 'placed')
      ordered.push(circle ? inCircle(item) : byNumber.has(word(item.values['successor'])) ? { ...item, values: { ...item.values, successorInFile: true } } : item)
    }
  }
  return ordered
}

const inCircle = (row: TableRow): TableRow => ({
  ...row,
  findings: [...row.findings, findingOf('successor', new Refusal('catalogue.supersession-circle', { number: word(row.values['number']) }), word(row.values['successor']))],
})
