import { found, RefusedError, Refusal } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { wallTime } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes, type SheetFormat } from '../../../platform/sheets/cells.ts'
import { openSheet } from '../../../platform/sheets/write-sheet.ts'
import { kindRights } from '../contract.ts'
import { findExport, insertExport } from '../data/exports.ts'
import { columnsOf } from '../domain/kind-columns.ts'
import type { ExportKind } from '../domain/kinds.ts'
import { exporters } from './exporters.ts'
import { refuseKind } from './receive-file.ts'
import { say } from './sentences.ts'

/** Data leaves the house: who, what and how much is on record before the first row goes out. */
export async function exportList(deed: Deed, { kind, format }: { kind: ExportKind; format: SheetFormat }): Promise<{ id: string; rows: number }> {
  const { tx, by, now } = deed
  refuseKind(by, kindRights.export[kind])
  const id = deed.newId()
  const rows = await exporters[kind].count(deed)
  await insertExport(tx, by.storeId, { id, kind, format, at: now, personId: by.personId, personName: by.name, rows })
  deed.record({ subject: 'export', subjectId: id, after: { kind, format, rows } })
  deed.announce({ event: 'export.made', subjectId: id })
  return { id, rows }
}

const validMinutes = 60

/** The file itself, for the one who exported it, within the hour. Its first line says what it is, whose and of when. */
export async function exportedFile(reading: Reading, exportId: string, language: Language): Promise<OutgoingFile> {
  const { tx, by, now } = reading
  const order = found(await findExport(tx, by.storeId, exportId), 'export')
  if (order.personId !== by.personId || now.getTime() - order.at.getTime() > validMinutes * 60_000) throw new RefusedError(new Refusal('platform.not-found', { what: 'export' }), 404)
  refuseKind(by, kindRights.export[order.kind])
  const columns = headersOf(order.kind, language)
  const title = say(language, `exchange.kind.${order.kind}`)
  const moment = wallTime(now, by.timeZone).replace('T', ' ')
  const sheet = openSheet(order.format, { name: title, headRows: 2, widths: columns.map(([, header]) => Math.max(12, header.length * 2 + 2)) })
  try {
    sheet.add([[say(language, 'exchange.export-label', { title, store: by.storeCode, name: by.name, moment, rows: order.rows })], columns.map(([, header]) => header)])
    for await (const page of exporters[order.kind].rows(reading, language)) sheet.add(page.map((row) => columns.map(([field]) => row[field] ?? null)))
    return { name: `${title} ${by.storeCode} ${moment.replace(/\D/g, '')}.${order.format}`, type: sheetTypes[order.format], bytes: await sheet.end() }
  } finally {
    await sheet.abandon()
  }
}

function headersOf(kind: ExportKind, language: Language): (readonly [field: string, header: string])[] {
  const columns = Object.entries(columnsOf[kind === 'stock' ? 'opening-stock' : kind]).map(([field, { zh, en }]) => [field, language === 'en' ? en : zh] as const)
  if (kind !== 'stock') return columns
  const extra = (['name', 'unit', 'document'] as const).map((field) => [field, say(language, `exchange.stock-${field}`)] as const)
  return [...columns.slice(0, 1), ...extra.slice(0, 2), ...columns.slice(1), ...extra.slice(2)]
}
