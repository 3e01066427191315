import { Refusal } from '../../../kernel/refusal.ts'
import { Doubtful, isBlank, isErrorCell, shownCell, type Cell, type Reader, type SheetFacts } from './cells.ts'

export type Column<T> = {
  readonly zh: string
  readonly en: string
  /** Other headers under which people have it. */
  readonly also: readonly string[]
  readonly required?: boolean
  readonly read: Reader<T>
  /** In the template. */
  readonly example: Cell
}
export type NeededColumn<T> = Column<T> & { readonly required: true }
export type Columns = Readonly<Record<string, Column<unknown>>>

/** A row as its columns read it: a needed cell is there, an empty one is null. `line` is the number that the spreadsheet shows. */
export type RowOf<C extends Columns> = { readonly line: number } & {
  readonly [K in keyof C]: C[K] extends NeededColumn<infer T> ? T : C[K] extends Column<infer T> ? T | null : never
}

/** '* 零售价（元）：' and '零售价' are one header. */
export const headerKey = (header: string): string =>
  header.normalize('NFKC').toLowerCase().replace(/\([^)]*\)|\[[^\]]*\]|[\s*:_\-/.]/g, '')

export type Mapping = {
  /** Index of the header row, from 0. */
  readonly headerRow: number
  readonly columns: readonly { readonly index: number; readonly header: string; readonly field: string | null }[]
  readonly missing: readonly string[]
  /** Every column that one supplier's sheet has stands there: it is his, whatever else its headers may mean. */
  readonly theirs: boolean
}

const searched = 20

/** A supplier's own words for what a column is; null: none of ours, whatever it is called. They go before the usual ones. */
export type Headings = Readonly<Record<string, string | null>>

/** The header is the row, among the first twenty, that names the most columns; titles above it are passed over. Null when none names two. */
export function findHeader(columns: Columns, rows: readonly (readonly Cell[])[], own: Headings = {}): Mapping | null {
  const usual = Object.entries(columns).flatMap(([field, { zh, en, also }]) => [zh, en, ...also].map((name): [string, string | null] => [headerKey(name), field]))
  const known = new Map([...usual, ...Object.entries(own).map(([header, field]): [string, string | null] => [headerKey(header), field])])
  const candidates = rows.slice(0, searched).map((row, headerRow) => mapped(columns, known, Object.keys(own), row, headerRow))
  const best = candidates.reduce<Mapping | null>((before, next) => (fieldsOf(next) > (before === null ? 0 : fieldsOf(before)) ? next : before), null)
  return best === null || fieldsOf(best) < Math.min(2, Object.keys(columns).length) ? null : best
}

const fieldsOf = ({ columns }: Mapping): number => columns.filter(({ field }) => field !== null).length

function mapped(columns: Columns, known: ReadonlyMap<string, string | null>, own: readonly string[], row: readonly Cell[], headerRow: number): Mapping {
  const taken = new Set<string>()
  const found = row.flatMap((cell, index): Mapping['columns'] => {
    if (isBlank(cell)) return []
    const header = shownCell(cell)
    const field = known.get(headerKey(header)) ?? null
    if (field === null || taken.has(field)) return [{ index, header, field: null }] // of two of a kind the first counts
    taken.add(field)
    return [{ index, header, field }]
  })
  return { headerRow, columns: found, missing: Object.entries(columns).filter(([field, { required }]) => required === true && !taken.has(field)).map(([field]) => field), theirs: own.length > 0 && own.every((header) => found.some((cell) => headerKey(cell.header) === headerKey(header))) }
}

/** What is wrong with a cell, or strange about it, with the text that stands there. */
export type Finding = { readonly field: string; readonly code: string; readonly facts: Refusal['facts']; readonly text: string; readonly bad: boolean }

export const findingOf = (field: string, { code, facts }: Refusal, text: string, bad = true): Finding => ({ field, code, facts, text: text.slice(0, 200), bad })

export type ReadLine = { readonly values: Readonly<Record<string, unknown>>; readonly findings: readonly Finding[] }

export function readLine(columns: Columns, mapping: Mapping, row: readonly Cell[], sheet: SheetFacts): ReadLine {
  const values: Record<string, unknown> = {}
  const findings: Finding[] = []
  const place = new Map(mapping.columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index]])))
  for (const [field, column] of Object.entries(columns)) {
    const index = place.get(field)
    const cell = index === undefined ? null : row[index] ?? null
    values[field] = null
    if (cell === null || isBlank(cell)) {
      if (column.required === true) findings.push(findingOf(field, new Refusal('exchange.cell-empty'), ''))
    } else if (isErrorCell(cell)) findings.push(findingOf(field, new Refusal('exchange.failed-formula'), shownCell(cell)))
    else {
      const read = column.read(cell, sheet)
      if (read instanceof Refusal) findings.push(findingOf(field, read, shownCell(cell)))
      else values[field] = read instanceof Doubtful ? read.value : read
      if (read instanceof Doubtful) findings.push(findingOf(field, read.warning, shownCell(cell), false))
    }
  }
  return { values, findings }
}

/** Begins the example row of a template, which may stay where it is. */
export const exampleMark = '例：'

/** Nothing in it, the sum below a list, or the example of a template. */
export function isNoRow(row: readonly Cell[]): boolean {
  const first = row.find((cell) => !isBlank(cell))
  return first === undefined || /^(合计|总计|小计|total|sum)[:：]?$|^例：/i.test(shownCell(first))
}
