import { fill, type Language, type Texts } from '../../../kernel/texts.ts'
import { startOfDay, wallTime } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes, type Cell } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { hoursOf } from '../../workshop/public.ts'
import type { seeMonth as monthRoute, SheetRow } from '../contract.ts'
import { attendedOf } from '../data/spells.ts'
import { firstDayAfter, firstDayOf, shareOf } from '../domain/attendance.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export type MonthWish = { readonly month: string; readonly personId?: string | undefined }

type Sums = { readonly name: string; readonly attended: number; /** Of it as a technician. */ readonly technician: number; readonly worked: number; readonly sold: number }

const none: Sums = { name: '', attended: 0, technician: 0, worked: 0, sold: 0 }
const plus = (a: Sums, b: Sums): Sums => ({ name: a.name === '' ? b.name : a.name, attended: a.attended + b.attended, technician: a.technician + b.technician, worked: a.worked + b.worked, sold: a.sold + b.sold })

const sheetRow = (key: string, { name, attended, technician, worked, sold }: Sums): SheetRow => ({
  key, name, attendedMilliseconds: attended, workedMilliseconds: worked, soldMilliseconds: sold, utilisation: shareOf(worked, technician), efficiency: shareOf(sold, worked),
})

/** Two questions whatever the length of the month: attendance, and the hours of the workshop. */
export async function seeMonth({ tx, by }: Reading, { month, personId = null }: Omit<MonthWish, 'personId'> & { readonly personId?: string | null | undefined }): Promise<AnswerOf<typeof monthRoute>> {
  const { timeZone } = by
  const span = { from: startOfDay(firstDayOf(month), timeZone), until: startOfDay(firstDayAfter(month), timeZone), timeZone, personId }
  const sums = new Map<string, Sums>()
  const add = (key: string, more: Partial<Sums>): void => { sums.set(key, plus(sums.get(key) ?? none, { ...none, ...more })) }
  for (const row of await attendedOf(tx, by.storeId, span)) add(row.key, { name: row.name, attended: row.attendedMilliseconds, technician: row.technicianMilliseconds })
  for (const row of await hoursOf(tx, by.storeId, span)) add(row.key, { name: row.name, worked: row.workedMilliseconds, sold: row.soldMilliseconds })
  const rows = [...sums].map(([key, own]) => sheetRow(key, own))
  const byName = (a: SheetRow, b: SheetRow): number => a.name.localeCompare(b.name, 'zh-CN') || a.key.localeCompare(b.key)
  return { month, rows: personId === null ? rows.toSorted(byName) : rows.toSorted((a, b) => a.key.localeCompare(b.key)), total: sheetRow('', { ...[...sums.values()].reduce(plus, none), name: '' }) }
}

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

/** Hours to two places and shares in percent, as the screen shows them; of nothing there is a dash. */
export async function monthFile(reading: Reading, { language, ...wish }: MonthWish & { readonly language: Language }): Promise<OutgoingFile> {
  const t = (key: keyof typeof zh): string => fill(texts[language][key] ?? key, {})
  const { rows, total } = await seeMonth(reading, wish)
  const { by, now } = reading
  const hours = (milliseconds: number): Cell => Math.round(milliseconds / 36_000) / 100
  const share = (value: number | null): Cell => (value === null ? '—' : value / 100)
  const line = (name: string, row: SheetRow): Cell[] => [name, hours(row.attendedMilliseconds), hours(row.workedMilliseconds), hours(row.soldMilliseconds), share(row.utilisation), share(row.efficiency)]
  const whose = wish.personId === undefined ? '' : ` ${rows[0]?.name ?? ''}`
  const title = `${t('attendance.tab.month')}${whose}`
  const head = [wish.personId === undefined ? t('attendance.person') : t('attendance.day'), `${t('attendance.attended')} (h)`, `${t('attendance.worked')} (h)`, `${t('attendance.sold')} (h)`, `${t('attendance.utilisation')} (%)`, `${t('attendance.efficiency')} (%)`]
  const bytes = await writeSheet('xlsx', { name: title, headRows: 2, widths: [22, 14, 14, 14, 20, 14] }, [
    [`${title} · ${by.storeCode} · ${wish.month} · ${by.name} · ${wallTime(now, by.timeZone).replace('T', ' ')}`], head,
    ...rows.map((row) => line(wish.personId === undefined ? row.name : row.key, row)), line(t('attendance.sum'), total),
  ])
  return { name: `${title} ${by.storeCode} ${wish.month}.xlsx`, type: sheetTypes.xlsx, bytes }
}
