import type { Language, Texts } from '../../../kernel/texts.ts'
import { localDay, wallTime } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes, type Cell } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { staffOf } from '../../organisation/public.ts'
import { listTills } from '../data/tills.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

const mostDays = 1_100
const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

type Filter = { readonly from?: string | undefined; readonly until?: string | undefined; readonly open: 'yes' | 'no'; readonly language: Language }

/** The days of the till as a workbook, by the same filters. */
export async function tillsFile(reading: Reading, { language, from, until, open }: Filter): Promise<OutgoingFile> {
  const { tx, by, now } = reading
  const t = (key: keyof typeof zh): string => texts[language][key] ?? key
  const yuan = (fen: number | null): Cell => (fen === null ? '' : fen / 100)
  const tills = await listTills(tx, by.storeId, { before: null, from: from ?? null, until: until ?? null, open: open === 'yes', limit: mostDays })
  const staff = await staffOf(reading, tills.flatMap(({ closedBy }) => closedBy ?? []))
  const rows = tills.map((till): Cell[] => [
    till.day, t(till.closedAt === null ? 'settlement.till-day-open' : 'settlement.till-day-closed'), yuan(till.floatFen), yuan(till.expectedFen), yuan(till.countedFen),
    till.countedFen === null || till.expectedFen === null ? '' : yuan(till.countedFen - till.expectedFen), till.closedAt === null ? '' : yuan(till.waysOffFen), yuan(till.feeFen), till.differenceReason ?? '',
    staff.find(({ id }) => id === till.closedBy)?.name ?? '', till.closedAt === null ? '' : wallTime(till.closedAt, by.timeZone).replace('T', ' '),
  ])
  const head = [t('settlement.till-date'), t('settlement.state'), t('settlement.float'), t('settlement.expected-cash'), t('settlement.counted'), t('settlement.cash-difference'), t('settlement.ways-difference'), t('settlement.fee'),
    t('settlement.difference-reason'), t('settlement.by'), t('settlement.closed-at')]
  const title = t('settlement.tills')
  const bytes = await writeSheet('xlsx', { name: title, headRows: 2, widths: head.map(() => 16) }, [[`${title} · ${by.storeCode} · ${by.name} · ${wallTime(now, by.timeZone).replace('T', ' ')}`], head, ...rows])
  return { name: `${title} ${by.storeCode} ${localDay(now, by.timeZone)}.xlsx`, type: sheetTypes.xlsx, bytes }
}
