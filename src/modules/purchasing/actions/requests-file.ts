import type { Language, Texts } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { listFile, sheetMoment } from '../../../platform/sheets/list-file.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listRequests, type RequestFilter } from '../data/requests.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { patternOf } from './requests.ts'

const mostRows = 5_000
const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

type FileWish = { readonly group: RequestFilter['group']; readonly find?: string | undefined; readonly language: Language }

/** The list as a workbook, by the same filters. */
export async function requestsFile(reading: Reading, { group, find = '', language }: FileWish): Promise<OutgoingFile> {
  const { tx, by } = reading
  const t = (key: keyof typeof zh): string => texts[language][key] ?? key
  const rows = await listRequests(tx, by.storeId, { group, pattern: patternOf(find), after: null, limit: mostRows })
  return listFile(reading, {
    title: `${t('purchasing.requests')} ${t(`purchasing.group.${group}`)}`,
    head: [t('purchasing.number'), t('purchasing.state'), t('purchasing.urgency'), t('purchasing.car'), t('purchasing.order'), t('purchasing.part-number'), t('purchasing.part'), t('purchasing.quantity'), t('purchasing.unit'), t('purchasing.asked-by'),
      t('purchasing.asked-at'), t('purchasing.source'), t('purchasing.supplier'), t('purchasing.eta'), t('purchasing.decision'), t('purchasing.note')],
    rows: rows.map((row) => [row.number, t(`purchasing.status.${row.status}`), t(`purchasing.urgency.${row.urgency}`), row.plate === '' ? t('purchasing.for-shelf') : showPlate(row.plate), row.orderNumber, row.partNumber, language === 'en' && row.nameEn !== '' ? row.nameEn : row.nameZh,
      row.thousandths / 1_000, row.unit, row.askedByName, sheetMoment(by, row.askedAt), row.source === null ? '' : t(`purchasing.source.${row.source}`), row.supplier, row.eta ?? '', row.decision === null ? t('purchasing.not-told') : t(`purchasing.decision.${row.decision}`), row.note]),
  })
}
