import { parentPort, workerData } from 'node:worker_threads'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { Refusal, RefusedError } from '../../../kernel/refusal.ts'
import { decodeText } from '../../../platform/sheets/decode-text.ts'
import { readSheets } from '../../../platform/sheets/read-sheets.ts'
import { packFields, type PackField, type RawCell, type RawRow } from '../domain/pack-file.ts'
import { mostRows, rowsOfTable } from '../domain/pack-table.ts'

export type ReadingOrder = { readonly bytes: Uint8Array; readonly isText: boolean }
export type ReadingWord = { readonly rows: readonly RawRow[] } | { readonly refusal: Pick<Refusal, 'code' | 'facts'> }

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')

/** A word, or several in a list; `null` is what is neither. */
function wordsOf(node: unknown): string | null {
  if (isScalar(node)) return wordOf(node.value)
  return isSeq(node) && node.items.every(isScalar) ? node.items.map(({ value }) => wordOf(value)).join(', ') : null
}

const pairsOf = (map: YAMLMap): { key: string; value: unknown }[] => map.items.map(({ key, value }) => ({ key: isScalar(key) ? wordOf(key.value) : '', value }))

/** The form of the ledger: a position with its duties, or duties that name theirs. A reference to another place of the file is refused: nobody's manual needs one. */
function rowsOfText(text: string): RawRow[] | Refusal {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, maxAliasCount: 0 } as Parameters<typeof parseDocument>[1])
  const [fault] = document.errors
  if (fault !== undefined) return new Refusal('duties.file.yaml-unreadable', { line: fault.linePos?.[0].line ?? 1, fault: fault.message.split('\n')[0]?.replace(/ at line .*$/, '').slice(0, 120) ?? '' })
  const { contents } = document
  const top = isMap(contents) ? pairsOf(contents) : []
  const duties = isSeq(contents) ? contents : top.find(({ key }) => key === 'duties')?.value
  if (!isSeq(duties) || duties.items.length === 0) return new Refusal('duties.file.nothing')
  if (duties.items.length > mostRows) return new Refusal('duties.file.too-many', { most: mostRows })
  const position = wordsOf(top.find(({ key }) => key === 'position')?.value) ?? ''
  const lineOf = (node: unknown): number => lines.linePos((isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined) ?? 0).line
  const rows: RawRow[] = []
  for (const item of duties.items) {
    if (!isMap(item)) return new Refusal('duties.file.yaml-unreadable', { line: lineOf(item), fault: 'id: …, zh: …, en: …, when: …, proof: …' })
    const cells: Partial<Record<PackField, RawCell>> = position === '' ? {} : { position: { text: position, at: 'position' } }
    for (const { key, value } of pairsOf(item)) {
      const field = key === 'cap' ? 'area' : packFields.find((known) => known === key)
      if (field === undefined) continue // the ledger's own files say more than a store needs
      const words = wordsOf(value)
      if (words === null) return new Refusal('duties.file.yaml-unreadable', { line: lineOf(value), fault: key })
      cells[field] = { text: words, at: `${key} (${String(lineOf(value))})` }
    }
    rows.push({ line: lineOf(item), cells })
  }
  return rows
}

const { bytes, isText } = workerData as ReadingOrder
const say = (word: ReadingWord): void => { parentPort?.postMessage(word) }

try {
  const rows = isText ? rowsOfText(decodeText(bytes)) : rowsOfTable(readSheets(bytes))
  say(rows instanceof Refusal ? { refusal: { code: rows.code, facts: rows.facts } } : { rows })
} catch (cause) {
  const refusal = cause instanceof RefusedError ? cause.refusal : new Refusal('platform.file-unreadable')
  say({ refusal: { code: refusal.code, facts: refusal.facts } })
}
