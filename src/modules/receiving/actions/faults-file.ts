import type { Language, Texts } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { listFile, sheetMoment } from '../../../platform/sheets/list-file.ts'
import { listFaults } from '../data/faults.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

const mostRows = 5_000
const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

/** Arrival faults as a workbook, open ones or all, for the talk with the supplier (PPL-6.x). */
export async function faultsFile(reading: Reading, { group, language }: { readonly group: 'open' | 'all'; readonly language: Language }): Promise<OutgoingFile> {
  const { tx, by } = reading
  const t = (key: keyof typeof zh): string => texts[language][key] ?? key
  const rows = await listFaults(tx, by.storeId, { group, after: null, limit: mostRows })
  return listFile(reading, {
    title: t('receiving.faults'),
    head: [t('receiving.fault-number'), t('receiving.state'), t('receiving.kind'), t('receiving.supplier'), t('receiving.order'), t('receiving.receipt'), t('receiving.part-number'), t('receiving.part'), t('receiving.quantity'), t('receiving.unit'), t('receiving.words'),
      t('receiving.found-name'), t('receiving.found-at'), t('receiving.reports'), t('receiving.reported-at'), t('receiving.outcome'), t('receiving.answer'), t('receiving.closed-at')],
    rows: rows.map((row) => [row.number, t(`receiving.fault-status.${row.status}`), t(`receiving.fault.${row.kind}`), row.supplierName, row.orderNumber, row.receiptNumber, row.partNumber, language === 'en' && row.nameEn !== '' ? row.nameEn : row.nameZh, row.thousandths / 1_000, row.unit,
      row.words, row.foundByName, sheetMoment(by, row.foundAt), row.reports, sheetMoment(by, row.reportedAt), row.outcome === null ? '' : t(`receiving.outcome.${row.outcome}`), row.answer, sheetMoment(by, row.closedAt)]),
  })
}
