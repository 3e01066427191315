import { fill, type Language, type Texts } from '../../../kernel/texts.ts'
import { wallTime } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes, type Cell } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { en as catalogueEn } from '../../catalogue/texts/en.ts'
import { zh as catalogueZh } from '../../catalogue/texts/zh-CN.ts'
import { en as settlementEn } from '../../settlement/texts/en.ts'
import { zh as settlementZh } from '../../settlement/texts/zh-CN.ts'
import { figureOf } from '../domain/figures.ts'
import type { MarginGrouping } from '../domain/margin.ts'
import type { Grouping, Period } from '../domain/period.ts'
import { cellOf, nothing } from '../domain/show.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { readDaily } from './daily.ts'
import { readFigures } from './read-figures.ts'
import { readDiscounts, readMargin } from './read-margin.ts'

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': { ...catalogueZh, ...settlementZh, ...zh }, en: { ...catalogueEn, ...settlementEn, ...en } }
const say = (language: Language, key: string, facts: Readonly<Record<string, string | number>> = {}): string => fill(texts[language][key] ?? key, facts)

type Rows = readonly (readonly Cell[])[]

/** The first line says what it is, whose and of when; the second names the columns. */
async function workbook({ by, now }: Reading, title: string, span: string, head: readonly string[], rows: Rows): Promise<OutgoingFile> {
  const moment = wallTime(now, by.timeZone).replace('T', ' ')
  const widths = head.map((header, index) => Math.max(index === 0 ? 22 : 12, header.length * 2 + 2))
  const bytes = await writeSheet('xlsx', { name: title, headRows: 2, widths }, [[`${title} · ${by.storeCode} · ${span} · ${by.name} · ${moment}`], head, ...rows])
  return { name: `${title} ${by.storeCode} ${span}.xlsx`, type: sheetTypes.xlsx, bytes }
}

const spanOf = ({ from, to }: Period): string => `${from}–${to}`
const unitWords: Readonly<Record<'count' | 'fen' | 'percent' | 'minutes', string>> = { count: '', fen: ' (¥)', percent: ' (%)', minutes: ' (h)' }
/** What there is nothing of stands as a dash, so that no program takes it for zero. */
const cell = (code: Parameters<typeof figureOf>[0], value: number | null): Cell => cellOf(figureOf(code).unit, value) ?? nothing

export async function figuresFile(reading: Reading, { language, ...wish }: Period & { readonly by: Grouping; readonly language: Language }): Promise<OutgoingFile> {
  const answer = await readFigures(reading, wish)
  const named = answer.groups.map(({ key, name, nameEn }) => {
    if (key === '') return say(language, wish.by === 'team' ? 'reports.no-team' : 'reports.nobody')
    if (wish.by === 'work') return say(language, `reports.work.${key}`)
    return wish.by === 'team' ? (language === 'en' ? nameEn ?? name : name) : wish.by === 'advisor' ? name || say(language, 'reports.nobody') : key
  })
  const head = [say(language, 'reports.group'), ...answer.figures.map(({ code }) => `${say(language, `reports.figure.${code}`)}${unitWords[figureOf(code).unit]}`)]
  const rows = named.map((name, index) => [name, ...answer.figures.map(({ code, values }) => cell(code, values[index] ?? null))])
  return workbook(reading, say(language, 'reports.title'), spanOf(wish), head, [...rows, [say(language, 'reports.daily.sum'), ...answer.figures.map(({ code, total }) => cell(code, total.value))]])
}

export async function dailyFile(reading: Reading, { language, ...wish }: { readonly day: string; readonly edition?: number | undefined; readonly language: Language }): Promise<OutgoingFile> {
  const { report } = await readDaily(reading, wish)
  const t = (key: string) => say(language, key)
  const facts: Rows = (['inShop', 'booked', 'came', 'askedParts', 'complaints'] as const).map((name) => [t(`reports.daily.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`), report[name]])
  const figures: Rows = report.figures.map(({ code, day, month, lastMonth }) => [`${t(`reports.figure.${code}`)}${unitWords[figureOf(code).unit]}`, cell(code, day), cell(code, month), cell(code, lastMonth)])
  const output: Rows = report.output.map(({ payer, kind, fen }) => [`${t(`catalogue.payer.${payer}`)} · ${t(`reports.kind.${kind}`)} (¥)`, fen / 100])
  const receipts: Rows = report.receipts.map(({ way, fen }) => [`${t(`settlement.way.${way}`)} (¥)`, fen / 100])
  const head = [t('reports.daily.figure'), t('reports.daily.of-day'), t('reports.daily.of-month'), t('reports.daily.of-last-month')]
  return workbook(reading, t('reports.tab.daily'), wish.day, head, [...figures, ...facts, [t('reports.daily.output')], ...output, [t('reports.daily.receipts')], ...receipts])
}

export async function marginFile(reading: Reading, { language, ...wish }: Period & { readonly by: MarginGrouping; readonly language: Language }): Promise<OutgoingFile> {
  const { rows, total } = await readMargin(reading, wish)
  const t = (key: string) => say(language, key)
  const head = [t(`reports.margin.${wish.by}`), t('reports.column.plate'), t('reports.margin.advisor'), t('reports.margin.orders'), t('reports.margin.revenue'), t('reports.margin.cost'), t('reports.margin.margin'), `${t('reports.margin.share')} (%)`]
  const line = (name: string, plate: string, advisor: string, row: typeof total): Cell[] => [name, plate, advisor, row.orders, row.revenueFen / 100, row.costFen / 100, row.marginFen / 100, row.share === null ? nothing : row.share / 100]
  const body = rows.map((row) => line(wish.by === 'payer' ? t(`catalogue.payer.${row.key}`) : row.name, row.plate, row.advisorName, row))
  return workbook(reading, t('reports.tab.margin'), spanOf(wish), head, [...body, line(t('reports.margin.total'), '', '', total)])
}

export async function discountsFile(reading: Reading, { language, ...period }: Period & { readonly language: Language }): Promise<OutgoingFile> {
  const { rows } = await readDiscounts(reading, period)
  const t = (key: string) => say(language, key)
  const head = [t('reports.gift.month'), t('reports.gift.person'), t('reports.gift.kind'), t('reports.gift.count'), `${t('reports.gift.fen')} (¥)`]
  return workbook(reading, t('reports.tab.discounts'), spanOf(period), head, rows.map((row) => [row.month, row.personName, t(`reports.gift.${row.kind}`), row.count, row.fen / 100]))
}
