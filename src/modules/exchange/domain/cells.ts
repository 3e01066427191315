import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'

export type Cell = string | number | null
export type FilledCell = Exclude<Cell, null>

/** Read, but the person should look again. */
export class Doubtful<T> {
  readonly value: T
  readonly warning: Refusal
  constructor(value: T, warning: Refusal) {
    this.value = value
    this.warning = warning
  }
}

export type Read<T> = T | Refusal | Doubtful<T>
export type SheetFacts = { readonly from1904: boolean }
export type Reader<T> = (cell: FilledCell, sheet: SheetFacts) => Read<T>

/** What nobody sees and no database keeps: marks without width, control characters. */
const unseen = /[\u200b-\u200f\u2060\ufeff]|[^\P{Cc}\t\n\r]/gu

/** As a person reads it: a calculated 18.900000000000002 is 18.9, a long number has no exponent. */
export function shownCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell.replace(unseen, '').toWellFormed().trim()
  const rounded = Number(cell.toPrecision(12))
  if (Number.isInteger(cell)) return Math.abs(cell) < 1e21 ? BigInt(cell).toString() : String(cell)
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(12).replace(/0+$/, '') : String(rounded)
}

/** Half-width digits and signs, no spaces: what codes, numbers and days are read from. */
const plain = (cell: FilledCell): string => shownCell(cell).normalize('NFKC').replace(/\s/g, '')

export const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || shownCell(cell) === ''

/** #N/A, #REF! and the like: the formula behind the cell has failed. */
export const isErrorCell = (cell: FilledCell): boolean => typeof cell === 'string' && /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/i.test(cell.trim())

export const textOf = (most: number): Reader<string> => (cell) => {
  const text = shownCell(cell).replace(/\s+/g, ' ')
  return [...text].length > most ? new Refusal('exchange.text-too-long', { most }) : text
}

/** A code read by the rule of its own module: normal form first, then the reason against it. */
export const codeOf = (normal: (typed: string) => string, whyNot: (code: string) => Refusal | null): Reader<string> => (cell) => {
  const code = normal(shownCell(cell))
  return whyNot(code) ?? code
}

/** '￥1，234.50元' → '1234.50'; null for what is no number. */
function numberText(cell: FilledCell): string | null {
  const text = plain(cell).replace(/^[¥$]|^(RMB|CNY)/i, '').replace(/(元|RMB)$/i, '').replaceAll(',', '').replace(/^\+/, '')
  return /^-?(\d{1,15}(\.\d{0,12})?|\.\d{1,12})$/.test(text) ? text : null
}

/** Exactly so many decimals, as a whole number; null where that would round. Beyond what a number holds exactly it is out of any bounds. */
function scaled(text: string, decimals: number): number | null {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const used = fraction.replace(/0+$/, '')
  if (used.length > decimals) return null
  const size = Number(`${whole === '' ? '0' : whole}${used.padEnd(decimals, '0')}`)
  const safe = Number.isSafeInteger(size) ? size : Number.POSITIVE_INFINITY
  return negative && safe !== 0 ? -safe : safe
}

type Bounds = { readonly least: number; readonly most: number; readonly decimals: number }

/** A whole number of the smallest unit (fen, thousandths). Refuses more decimals than that: nobody's amount is rounded unseen. */
export const numberOf = ({ least, most, decimals }: Bounds): Reader<number> => (cell) => {
  const text = numberText(cell)
  if (text === null) return new Refusal('exchange.not-a-number')
  const value = scaled(text, decimals)
  if (value === null) return new Refusal('exchange.too-many-decimals', { decimals })
  const unit = 10 ** decimals
  return value < least || value > most ? new Refusal('exchange.number-out-of-bounds', { least: least / unit, most: most / unit }) : value
}

/** 1904-01-01 is day 0 of old Macs; elsewhere day 25569 is 1970-01-01. */
const fromSerial = (serial: number, from1904: boolean): LocalDay => addDays('1970-01-01', Math.floor(serial) - 25_569 + (from1904 ? 1_462 : 0))

/** 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123, or the number that Excel keeps for a day; a time behind it is let go. */
export const dayOf: Reader<LocalDay> = (cell, { from1904 }) => {
  const text = shownCell(cell).normalize('NFKC')
  if (/^\d{5}(\.\d+)?$/.test(text)) return inTime(fromSerial(Number(text), from1904))
  const match = /^(\d{4})(?:[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?|(\d{2})(\d{2}))(?:[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?$/.exec(text)
  if (match === null) return new Refusal('exchange.not-a-day')
  const [, year = '', month = match[4] ?? '', date = match[5] ?? ''] = match
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const asDate = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(asDate.getTime()) || asDate.toISOString().slice(0, 10) !== day ? new Refusal('exchange.not-a-day') : inTime(day)
}

const inTime = (day: LocalDay): LocalDay | Refusal => (day < '1970-01-01' || day > '2099-12-31' ? new Refusal('exchange.not-a-day') : day)

const wordKey = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s/、]/g, '')

/** One of a fixed list, by any of its names; the first name of each is shown to who wrote another. */
export function wordOf<T extends string>(words: Readonly<Record<T, readonly string[]>>, unknown?: { readonly value: T; readonly code: string }): Reader<T> {
  const names = Object.entries<readonly string[]>(words)
  const known = new Map(names.flatMap(([value, all]) => [value, ...all].map((name) => [wordKey(name), value as T])))
  const allowed = names.map(([, [first = '']]) => first)
  return (cell) => {
    const value = known.get(wordKey(shownCell(cell)))
    if (value !== undefined) return value
    return unknown === undefined ? new Refusal('exchange.unknown-word', { allowed }) : new Doubtful(unknown.value, new Refusal(unknown.code, { allowed }))
  }
}

/** Several in one cell, apart by a comma of any kind, a semicolon, a bar or a line. */
export const listOf = (one: Reader<string>, most: number): Reader<readonly string[]> => (cell, sheet) => {
  const items = shownCell(cell).split(/[,，;；、|\n]/).map((item) => item.trim()).filter((item) => item !== '')
  if (items.length > most) return new Refusal('exchange.too-many-in-cell', { most })
  const values: string[] = []
  for (const item of items) {
    const value = one(item, sheet)
    if (value instanceof Refusal) return value
    values.push(value instanceof Doubtful ? value.value : value)
  }
  return [...new Set(values)]
}
