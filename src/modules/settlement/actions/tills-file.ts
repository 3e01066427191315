import type { Language, Texts } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import type { Cell } from '../../../platform/sheets/cells.ts'
import { listFile, sheetMoment, sheetYuan as yuan } from '../../../platform/sheets/list-file.ts'
import { staffOf } from '../../organisation/public.ts'
import { listTills } from '../data/tills.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

const mostDays = 1_100
const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

type Filter = { readonly from?: string | undefined; readonly until?: string | undefined; readonly open: 'yes' | 'no'; readonly language: Language }

/** The days of the till as a workbook, by the same filters. */
export async function tillsFile(reading: Reading, { language, from, until, open }: Filter): Promise<OutgoingFile> {
  const { tx, by } = reading
  const t = (key: keyof typeof zh): string => texts[language][key] ?? key
  const tills = await listTills(tx, by.storeId, { before: null, from: from ?? null, until: until ?? null, open: open === 'yes', limit: mostDays })
  const staff = await staffOf(reading, tills.flatMap(({ closedBy }) => closedBy ?? []))
  const rows = tills.map((till): Cell[] => [
    till.day, t(till.closedAt === null ? 'settlement.till-day-open' : 'settlement.till-day-closed'), yuan(till.floatFen), yuan(till.expectedFen), yuan(till.countedFen),
    till.countedFen === null || till.expectedFen === null ? '' : yuan(till.countedFen - till.expectedFen), till.closedAt === null ? '' : yuan(till.waysOffFen), yuan(till.feeFen), till.differenceReason ?? '',
    staff.find(({ id }) => id === till.closedBy)?.name ?? '', sheetMoment(by, till.closedAt),
  ])
  const head = [t('settlement.till-date'), t('settlement.state'), t('settlement.float'), t('settlement.expected-cash'), t('settlement.counted'), t('settlement.cash-difference'), t('settlement.ways-difference'), t('settlement.fee'),
    t('settlement.difference-reason'), t('settlement.by'), t('settlement.closed-at')]
  return listFile(reading, { title: t('settlement.tills'), head, rows })
}
