import { found } from '../../../kernel/refusal.ts'
import type { Language, Texts } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import type { Cell } from '../../../platform/sheets/cells.ts'
import { listFile, sheetYuan as yuan } from '../../../platform/sheets/list-file.ts'
import { findStore } from '../../organisation/public.ts'
import type { sheets } from '../contract.ts'
import * as data from '../data/scrap.ts'
import { steps } from '../domain/scrap.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { listDead } from './dead-stock.ts'
import { listBelowStandard } from './standards.ts'
import { seeAges, seeAttainment, seeClasses, seesCost, seeTurnover, withNames } from './figures.ts'

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }
const say = (language: Language) => (key: keyof typeof zh): string => texts[language][key] ?? key

/** 报废申请单: the goods with their cost, and who signed when; before the third signature there is room for the pen. */
export async function printScrap(reading: Reading, scrapId: string, language: Language): Promise<Printing> {
  const { tx, by, now } = reading
  const scrap = found(await data.findScrap(tx, by.storeId, scrapId), 'scrap application')
  const lines = await withNames(reading, await data.linesOf(tx, by.storeId, scrap))
  const signatures = await data.signaturesOf(tx, by.storeId, scrap)
  const store = await findStore(tx, by.storeId)
  const [t, english, cost] = [say(language), language === 'en', seesCost(reading)]
  return printing('scrap-application', language, scrap.number, {
    ...letterhead(store, language, localDay(scrap.askedAt, by.timeZone)), number: scrap.number, printedAt: printedMoment(now, store.timeZone),
    status: t(`stock-health.status.${scrap.status}`), applicant: `${scrap.askedByName} ${printedMoment(scrap.askedAt, store.timeZone)}`, reason: scrap.reason, document: scrap.document ?? '', total: cost ? scrap.costFen ?? scrap.expectedFen : null,
    lines: lines.map((line) => ({
      partNumber: line.number, name: english ? line.nameEn : line.nameZh, unit: line.unit, bin: line.bin, quantity: line.thousandths, cause: t(`stock-health.cause.${line.cause}`), amount: cost ? line.costFen ?? line.expectedFen : null,
    })),
    signatures: steps.map((step) => {
      const signed = signatures.find((one) => one.step === step)
      return { step: t(`stock-health.step.${step}`), name: signed?.personName ?? '', at: printedMoment(signed?.at ?? null, store.timeZone) }
    }),
  })
}

type Sheet = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
type SheetMaker = (reading: Reading, t: (key: keyof typeof zh) => string, language: Language) => Promise<Sheet>
const mostRows = 5_000

const makers: Readonly<Record<(typeof sheets)[number], SheetMaker>> = {
  standards: async (reading, t, language) => ({
    head: [t('stock-health.part'), t('stock-health.name'), t('stock-health.unit'), t('stock-health.standard'), t('stock-health.free'), t('stock-health.on-order'), t('stock-health.missing-value')],
    rows: (await listBelowStandard(reading, { query: { limit: mostRows } })).rows.map((row) => [row.number, language === 'en' ? row.nameEn : row.nameZh, row.unit, row.standard / 1_000, row.free / 1_000, row.onOrder / 1_000, yuan(row.missingFen)]),
  }),
  attainment: async (reading, t, language) => ({
    head: [t('stock-health.month'), t('stock-health.make'), t('stock-health.lines'), t('stock-health.short'), `${t('stock-health.tab.attainment')} (%)`],
    rows: (await seeAttainment(reading)).rows.map((row) => [row.month, (language === 'en' ? row.makeEn : row.makeZh) || t('stock-health.no-make'), row.lines, row.short, yuan(row.attainment)]),
  }),
  turnover: async (reading, t) => ({
    head: [t('stock-health.month'), t('stock-health.issued'), t('stock-health.value-at-end'), t('stock-health.turnover'), t('stock-health.months-of-supply')],
    rows: (await seeTurnover(reading)).rows.map((row) => [row.month, yuan(row.costFen), yuan(row.valueFen), yuan(row.turnover), yuan(row.monthsOfSupply)]),
  }),
  ages: async (reading, t) => ({
    head: [t('stock-health.days'), t('stock-health.lots'), t('stock-health.value')],
    rows: (await seeAges(reading)).rows.map((row) => [row.until === null ? `> ${String(row.from - 1)}` : `${String(row.from)}–${String(row.until)}`, row.lots, yuan(row.valueFen)]),
  }),
  classes: async (reading, t) => ({
    head: [t('stock-health.class'), t('stock-health.parts'), t('stock-health.value'), t('stock-health.year')],
    rows: (await seeClasses(reading)).rows.map((row) => [`${row.valueClass}${row.variationClass}`, row.parts, yuan(row.valueFen), yuan(row.yearFen)]),
  }),
  'dead-stock': async (reading, t, language) => ({
    head: [t('stock-health.part'), t('stock-health.name'), t('stock-health.here'), t('stock-health.unit'), t('stock-health.value'), t('stock-health.idle-since'), t('stock-health.promotion')],
    rows: (await listDead(reading, { query: { limit: mostRows } })).rows.map((row) => [row.number, language === 'en' ? row.nameEn : row.nameZh, row.here / 1_000, row.unit, yuan(row.valueFen), row.idleSince, row.promotion ?? '']),
  }),
}

export async function healthFile(reading: Reading, { of, language }: { readonly of: (typeof sheets)[number]; readonly language: Language }): Promise<OutgoingFile> {
  const t = say(language)
  return listFile(reading, { title: t(`stock-health.tab.${of}`), ...await makers[of](reading, t, language) })
}
