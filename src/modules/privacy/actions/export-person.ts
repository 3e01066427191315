import { Refusal, RefusedError, found, refuseIf } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import { wallTime } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { familyOf } from '../../customers/public.ts'
import * as data from '../data/exports.ts'
import { findKnown, personOf } from '../data/persons.ts'
import { columnName, readable } from '../domain/readable.ts'
import { whyNotErase } from '../domain/why-not-erase.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { everythingOf, type Section } from './parts.ts'
import type { Demand } from './erase-person.ts'

/** His right to see and to take along (个人信息保护法 45). On record before the first row goes out. */
export async function exportPerson(deed: Deed, { customerId, ...demand }: Demand & { customerId: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const known = found((await findKnown(tx, by.storeId, [customerId]))[0], 'customer')
  refuseIf(whyNotErase({ erased: known.erasedAt !== null, mergedAway: known.mergedInto !== null, asked: false, holds: [] }))
  const id = deed.newId()
  await data.insertExport(tx, by.storeId, { id, customerId, at: now, personId: by.personId, personName: by.name, ...demand })
  deed.record({ subject: 'customer', subjectId: customerId, after: { exported: 'everything', demandedBy: demand.demandedBy, identifiedBy: demand.identifiedBy }, reason: demand.reason })
  deed.announce({ event: 'personal-data.exported', subjectId: customerId })
  return { id }
}

const validMinutes = 60

/** For the one who exported it, within the hour; made from the records, kept nowhere. The workbook is for people, JSON for machines (signatures included). */
export async function exportedPerson({ tx, by, now }: Reading, exportId: string, { language, format }: { language: Language; format: 'xlsx' | 'json' }): Promise<OutgoingFile> {
  const order = found(await data.findExport(tx, by.storeId, exportId), 'export')
  if (order.personId !== by.personId || now.getTime() - order.at.getTime() > validMinutes * 60_000) throw new RefusedError(new Refusal('platform.not-found', { what: 'export' }), 404)
  const person = await personOf(tx, by.storeId, await familyOf(tx, by.storeId, order.customerId))
  const { sections } = await everythingOf(tx, by.storeId, person)
  const moment = wallTime(now, by.timeZone).replace('T', ' ')
  const title = (language === 'en' ? en : zh)['privacy.export-title']
  const name = `${title} ${by.storeCode} ${moment.replace(/\D/g, '')}.${format}`
  const filled = sections.filter(({ rows }) => rows.length > 0)
  if (format === 'json') {
    const content = { store: by.storeCode, exportedAt: now.toISOString(), exportedBy: order.personName, demandedBy: order.demandedBy, reason: order.reason, data: filled.map(({ table, rows }) => ({ table: table.table, zh: table.zh, en: table.en, rows: rows.map(({ row }) => row) })) }
    return { name, type: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(content, null, 2)) }
  }
  const head = [`${title} · ${by.storeCode} · ${moment} · ${order.personName} · ${order.reason}`]
  return { name, type: sheetTypes.xlsx, bytes: await writeSheet('xlsx', { name: title, headRows: 1, widths: [24, ...Array.from({ length: 10 }, () => 22)] }, [head, ...filled.flatMap((section) => lines(section, language, by.timeZone))]) }
}

function lines({ table, rows }: Section, language: Language, timeZone: string): string[][] {
  const columns = Object.keys(table.columns)
  return [[], [language === 'en' ? table.en : table.zh], columns.map((column) => columnName(column, language)), ...rows.map(({ row }) => columns.map((column) => readable(column, row[column], language, timeZone)))]
}
