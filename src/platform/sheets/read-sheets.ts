import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { unzipSync, zipSync, type UnzipFileInfo } from 'fflate'
import { Refusal, refuse, refuseIf, RefusedError } from '../../kernel/refusal.ts'
import { fileLimits, type Cell, type Sheet } from './cells.ts'
import { readCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'

/** What a file begins with says what it is; its name does not. Refuses what is no table, what is locked and what would unpack to too much. */
export function readSheets(bytes: Uint8Array): Sheet[] {
  refuseIf(bytes.length > fileLimits.bytes ? new Refusal('platform.file-too-large', { megabytes: fileLimits.bytes / 1_048_576 }) : null)
  if (begins(bytes, [0x50, 0x4b])) return sheetsOf(workbook(repacked(bytes)))
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return sheetsOf(workbook(bytes))
  refuseIf(isOtherFile(bytes) ? new Refusal('platform.file-not-a-table') : null)
  const text = decodeText(bytes)
  if (/^\s*</.test(text)) return sheetsOf(understood(() => read(text, { type: 'string', raw: true, dense: true })))
  return [{ name: '', rows: readCsv(text, fileLimits.rows + 1), from1904: false }]
}

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

/** PDF and pictures are what people pick by mistake. */
const isOtherFile = (bytes: Uint8Array): boolean =>
  bytes.length === 0 || [[0x25, 0x50, 0x44, 0x46], [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x52, 0x61, 0x72, 0x21], [0x37, 0x7a]].some((signature) => begins(bytes, signature))

const wanted = /^(\[Content_Types\]\.xml|_rels\/|xl\/(_rels\/|workbook\.(xml|bin)|sharedStrings\.|styles\.|metadata\.|persons\/|worksheets\/[^/]+\.(xml|bin)$|worksheets\/_rels\/))/i

/**
 * Unpacks by our own hand, with the sizes that the archive declares as hard bounds, and leaves pictures and macros out; then packs
 * without compression for the reader. An archive that lies about its sizes does not get more memory than it declared.
 */
function repacked(bytes: Uint8Array): Uint8Array {
  let unpacked = 0
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!wanted.test(name)) return false
    unpacked += originalSize
    refuseIf(unpacked > fileLimits.unpackedBytes || (unpacked > 20_000_000 && unpacked > bytes.length * fileLimits.ratio)
      ? new Refusal('platform.file-unpacks-to-too-much', { megabytes: fileLimits.unpackedBytes / 1_048_576 }) : null)
    return true
  }
  const files = understood(() => unzipSync(bytes, { filter }))
  refuseIf(Object.keys(files).some((name) => /^xl\/workbook\./i.test(name)) ? null : new Refusal('platform.file-not-a-table'))
  return zipSync(files, { level: 0 })
}

const workbook = (bytes: Uint8Array): WorkBook =>
  understood(() => read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: true, sheetRows: fileLimits.rows + 2 }))

/** The reader's own words never leave: locked is one sentence, everything else another. */
function understood<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof RefusedError) throw cause
    return refuse(new Refusal(/password|encrypt/i.test(String(cause)) ? 'platform.file-locked' : 'platform.file-unreadable'))
  }
}

function sheetsOf(book: WorkBook): Sheet[] {
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    return sheet === undefined ? [] : [{ name, rows: rowsOf(sheet), from1904 }]
  })
}

function rowsOf(sheet: WorkSheet): Cell[][] {
  const data = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? []
  const rows = Array.from(data, (row: (CellObject | undefined)[] | undefined) => Array.from((row ?? []).slice(0, fileLimits.columns), cellOf))
  refuseIf(rows.length > fileLimits.rows ? new Refusal('platform.file-has-too-many-rows', { rows: fileLimits.rows }) : null)
  return rows
}

function cellOf(cell: CellObject | undefined): Cell {
  if (cell === undefined || cell.v === undefined) return null
  if (typeof cell.v === 'number' && cell.t === 'n') return leadingZeros(cell.v, cell.z) ?? cell.v
  if (cell.t === 'e') return cell.w ?? '#N/A'
  if (typeof cell.v === 'boolean') return cell.v ? '是' : '否'
  const text = String(cell.v)
  return text.trim() === '' ? null : text
}

/** 123 under the format 00000 is the number 00123 to the person who typed it. */
const leadingZeros = (value: number, format: unknown): string | null =>
  (typeof format === 'string' && /^0{2,}$/.test(format) && Number.isInteger(value) ? String(value).padStart(format.length, '0') : null)
