import type { Language } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { listBadRows } from '../data/imports.ts'
import { exampleMark } from '../domain/columns.ts'
import { columnsOf } from '../domain/kind-columns.ts'
import { keptFindings, type ImportKind } from '../domain/kinds.ts'
import { foundFor } from './read-imports.ts'
import { say } from './sentences.ts'

const headerOf = (kind: ImportKind, field: string, language: Language): string => {
  const column = columnsOf[kind][field]
  return (language === 'en' ? column?.en : column?.zh) ?? field
}

/** The headers, needed ones marked, and one example, which an import passes over. */
export async function makeTemplate(kind: ImportKind, language: Language): Promise<OutgoingFile> {
  const columns = Object.entries(columnsOf[kind])
  const title = say(language, `exchange.kind.${kind}`)
  const head = columns.map(([field, { required }]) => `${headerOf(kind, field, language)}${required === true ? ' *' : ''}`)
  const bytes = await writeSheet('xlsx', { name: title, headRows: 1, widths: head.map((header) => Math.max(12, header.length * 2 + 2)) }, [head, columns.map(([, { example }], index) => (index === 0 ? `${exampleMark}${String(example)}` : example))])
  return { name: `${title} ${say(language, 'exchange.template')}.xlsx`, type: sheetTypes.xlsx, bytes }
}

/** The bad rows as they stood in the file, the reason in words behind each: corrected there, the file can come back as it is. */
export async function makeBadRows(reading: Reading, importId: string, language: Language): Promise<OutgoingFile> {
  const { tx, by } = reading
  const job = await foundFor(reading, importId)
  const rows = await listBadRows(tx, by.storeId, importId, keptFindings)
  const headers = (job.columns ?? []).map(({ header }) => header)
  const table = rows.map(({ line, cells, findings }) => {
    const reasons = findings.filter(({ bad }) => bad).map(({ field, code, facts }) => `${headerOf(job.kind, field, language)}${language === 'en' ? ': ' : '：'}${say(language, code, facts)}`)
    return [...headers.map((_, index) => cells[index] ?? null), line, reasons.join('\n')]
  })
  const head = [...headers, say(language, 'exchange.line'), say(language, 'exchange.reason')]
  const look = { name: say(language, 'exchange.bad-rows'), headRows: 1, widths: [...headers.map(() => 14), 8, 60] }
  return { name: `${say(language, 'exchange.bad-rows')} ${job.fileName.replace(/\.\w+$/, '')}.xlsx`, type: sheetTypes.xlsx, bytes: await writeSheet('xlsx', look, [head, ...table]) }
}
