import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Language, Texts } from '../../../kernel/texts.ts'
import { wallTime } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { sheetTypes, type Cell } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { findParts } from '../../catalogue/public.ts'
import { findStore } from '../../organisation/public.ts'
import { findCount } from '../data/counts.ts'
import * as lines from '../data/lines.ts'
import { isBlind } from '../domain/life.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { shown } from './read-counts.ts'

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }
const mostPrinted = 3_000

/** 盘点表: the shelves in the order of the bins, with room for what was counted; blind like the screen. Once the counting is complete it says what came of it. */
export async function printCountSheet(reading: Reading, countId: string, language: Language): Promise<Printing> {
  const { tx, by, now } = reading
  const count = found(await findCount(tx, by.storeId, countId), 'count')
  const rows = await lines.listLines(tx, by.storeId, countId, { group: 'all', after: null, limit: mostPrinted })
  refuseIf(rows.length === 0 ? new Refusal('counts.nothing-to-print') : null)
  const parts = new Map((await findParts(tx, rows.map(({ partId }) => partId))).map((part) => [part.id, part]))
  const store = await findStore(tx, by.storeId)
  const english = language === 'en'
  const open = !isBlind(count.status) && count.status !== 'cancelled'
  return printing('count-sheet', language, count.number, {
    ...letterhead(store, language, count.day), number: count.number, printedAt: printedMoment(now, store.timeZone),
    kind: texts[language][`counts.kind.${count.kind}`] ?? count.kind, agreed: count.agreedByName ?? '', issuer: by.name,
    lines: rows.map((line) => {
      const { nameZh, nameEn, unit } = found(parts.get(line.partId), 'part')
      const known = open && line.entries > 0
      return { bin: line.bin, partNumber: line.partNumber, name: english ? nameEn : nameZh, unit, expected: known ? line.expected : null, counted: known ? line.counted : null, difference: known ? line.difference : null }
    }),
  })
}

/** The differences with their explanations, for finance and the file. Refused while the count is blind. */
export async function differencesFile(reading: Reading, { countId, language }: { readonly countId: string; readonly language: Language }): Promise<OutgoingFile> {
  const { tx, by, now } = reading
  const count = found(await findCount(tx, by.storeId, countId), 'count')
  refuseIf(isBlind(count.status) ? new Refusal('counts.still-blind') : null)
  const rows = await shown(reading, count, await lines.differencesOf(tx, by.storeId, countId))
  const t = (key: keyof typeof zh): string => texts[language][key] ?? key
  const pieces = (thousandths: number | null): Cell => (thousandths === null ? '' : thousandths / 1_000)
  const yuan = (fen: number | null): Cell => (fen === null ? '' : fen / 100)
  const head = (['bin', 'part', 'name', 'unit', 'book', 'moved', 'counted', 'difference', 'value', 'adjusted', 'reason', 'words', 'explained-by', 'counted-by'] as const).map((column) => t(`counts.column.${column}`))
  const title = `${t('counts.differences')} ${count.number}`
  const bytes = await writeSheet('xlsx', { name: t('counts.differences'), headRows: 2, widths: [12, 20, 26, 8, 12, 12, 12, 12, 14, 14, 16, 30, 14, 24] }, [
    [`${title} · ${by.storeCode} · ${count.day} · ${by.name} · ${wallTime(now, by.timeZone).replace('T', ' ')}`], head,
    ...rows.map((row): Cell[] => [
      row.bin, row.number, language === 'en' ? row.nameEn : row.nameZh, row.unit, pieces(row.book), pieces(row.moved), pieces(row.counted), pieces(row.difference), yuan(row.valueFen), yuan(row.adjustedFen),
      row.reason === null ? '' : t(`counts.reason.${row.reason}`), row.words, row.explainedByName ?? '', row.said.map(({ name }) => name).join(' / '),
    ]),
  ])
  return { name: `${title}.xlsx`, type: sheetTypes.xlsx, bytes }
}
