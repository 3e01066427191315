import { may } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import type { Language, Texts } from '../../../kernel/texts.ts'
import { localDay, wallTime } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes, type Cell } from '../../../platform/sheets/cells.ts'
import { openSheet } from '../../../platform/sheets/write-sheet.ts'
import { standingRequest } from '../../approvals/public.ts'
import { aboveCost } from '../../catalogue/domain/margin.ts'
import type { PriceKind } from '../../catalogue/domain/payers.ts'
import { findPartIds, vatRatesOn } from '../../catalogue/public.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import type * as routes from '../contract.ts'
import type { ListLine, ListRow, ListView } from '../contract.ts'
import * as differences from '../data/differences.ts'
import { floorsOf } from '../data/floors.ts'
import * as data from '../data/lists.ts'
import { stateOf } from '../domain/list.ts'
import { pricePermissions } from '../permissions.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export const seesCost = ({ by }: Reading): boolean => may(by, stockPermissions.seeCost.permission)
const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const rowOf = (list: data.ListData & { stillCounts: boolean }, today: string): ListRow => ({
  id: list.id, number: list.number, name: list.name, state: stateOf({ ...list, counts: list.stillCounts }, today), fromDay: list.fromDay, broughtAt: list.broughtAt.toISOString(), broughtByName: list.broughtByName, counter: list.reverses !== null,
  counts: list.counts, version: list.version,
})

export async function listLists({ tx, by, now }: Reading, { query }: InputOf<typeof routes.listLists>): Promise<AnswerOf<typeof routes.listLists>> {
  const today = localDay(now, by.timeZone)
  const listed = await data.listLists(tx, { today, after: query.after ?? null, limit: query.limit + 1 })
  const rows = listed.slice(0, query.limit).map((list) => rowOf(list, today))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

async function foundList({ tx, by, now }: Reading, listId: string) {
  const today = localDay(now, by.timeZone)
  const list = found(await data.findList(tx, listId, today), 'price list')
  return { list, today }
}

export async function seeList(reading: Reading, listId: string): Promise<ListView> {
  const { list, today } = await foundList(reading, listId)
  const { askedByName, approvedByName, endedByName, words } = list
  return {
    ...rowOf(list, today), askedAt: iso(list.askedAt), askedByName, approvedAt: iso(list.approvedAt), approvedByName, endedAt: iso(list.endedAt), endedByName, words,
    taking: list.taking === null ? null : { done: list.taking.done, whole: list.taking.whole, does: list.taking.withdrawing === true ? 'withdraw' : list.taking.reversing === undefined ? 'take-up' : 'reverse' }, kept: list.kept, refusal: list.refusal === null ? null : { code: list.refusal.code, facts: { ...list.refusal.facts } },
    reverses: list.reverses === null ? null : { id: list.reverses, number: list.reversesNumber ?? '' }, reversedBy: list.reversedById === null ? null : { id: list.reversedById, number: list.reversedByNumber ?? '' },
    request: list.status === 'asked' ? await requestFor(reading, listId) : null,
  }
}

/** The decision that waits for this very person, in the store where it was asked. */
async function requestFor({ tx, by }: Reading, listId: string): Promise<ListView['request']> {
  const request = await standingRequest(tx, by.storeId, 'price-list', listId)
  if (request === null || request.state !== 'asked') return null
  const own = request.personId === by.personId
  return own || may(by, pricePermissions.approve.permission) ? { id: request.id, version: request.version, own } : null
}

/** Where the store keeps no floor, the cost itself is the line below which a price is told. */
async function floorFor({ tx, by, now }: Reading, kind: PriceKind): Promise<differences.LineFilter['floor']> {
  const payer = kind === 'claim' ? 'warranty' : 'customer'
  const [floors, rates] = await Promise.all([floorsOf(tx, by.storeId), vatRatesOn(tx, by.storeId, localDay(now, by.timeZone))])
  return { percent: floors.find((floor) => floor.payer === payer)?.percent ?? 0, vat: rates.find(({ lineKind }) => lineKind === 'part')?.percent ?? 0 }
}

type LineQuery = Omit<InputOf<typeof routes.listLines>['query'], 'after' | 'limit'>
const mostFound = 500

async function filterOf(reading: Reading, query: LineQuery): Promise<Omit<differences.LineFilter, 'after' | 'limit'>> {
  const { tx, by, now } = reading
  const find = query.find ?? ''
  const [floor, partIds] = await Promise.all([floorFor(reading, query.kind), find === '' ? null : findPartIds(tx, find, mostFound)])
  // What is below the floor tells about the cost: who may not see it gets the list as it is.
  const touching = query.touching === 'below' && !seesCost(reading) ? 'changed' : query.touching
  return { kind: query.kind, change: query.change ?? null, touching, sort: query.sort, partIds, floor, today: localDay(now, by.timeZone) }
}

function shown(line: differences.LineData, cost: boolean, vat: number): ListLine {
  const { place: _, unitCostFen, ...rest } = line
  return { ...rest, unitCostFen: cost ? unitCostFen : null, margin: cost ? aboveCost(line.priceFen ?? line.beforeFen ?? 0, unitCostFen, vat) : null }
}

/** The place of a row in its order and its number: where the next page begins. */
const cursorOf = ({ place, partNumber }: differences.LineData): string => `${String(place)}~${partNumber}`
function placeIn(cursor: string | undefined): differences.LineFilter['after'] {
  const [, place, number] = /^(-?\d{1,15})~(.{1,60})$/.exec(cursor ?? '') ?? []
  return place === undefined || number === undefined ? null : { place: Number(place), number }
}

export async function listLines(reading: Reading, { params, query }: InputOf<typeof routes.listLines>): Promise<AnswerOf<typeof routes.listLines>> {
  const { list } = await foundList(reading, params.listId)
  const filter = await filterOf(reading, query)
  const listed = await differences.listLines(reading.tx, reading.by.storeId, list.id, { ...filter, after: placeIn(query.after), limit: query.limit + 1 })
  const page = listed.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page.map((line) => shown(line, seesCost(reading), filter.floor.vat)), next: listed.length > query.limit && last !== undefined ? cursorOf(last) : null }
}

export async function seeEffect(reading: Reading, { params, query }: InputOf<typeof routes.seeEffect>): Promise<AnswerOf<typeof routes.seeEffect>> {
  const { list, today } = await foundList(reading, params.listId)
  const { costFen, below, ...effect } = await differences.effectOf(reading.tx, reading.by.storeId, list.id, { kind: query.kind, floor: await floorFor(reading, query.kind), today })
  const cost = seesCost(reading)
  return { ...effect, costFen: cost ? costFen : null, below: cost ? below : null }
}

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }
const yuan = (fen: number | null): Cell => (fen === null ? null : fen / 100)
const share = (hundredths: number | null): Cell => (hundredths === null ? null : hundredths / 100)
const fileRows = 2_000

/** The same rows as on the page, all of them, written in pieces. */
export async function listFile(reading: Reading, { params, query: { language, ...query } }: InputOf<typeof routes.listFile>): Promise<OutgoingFile> {
  const { tx, by, now } = reading
  const { list } = await foundList(reading, params.listId)
  const t = (key: keyof typeof zh): string => texts[language][key] ?? key
  const filter = await filterOf(reading, query)
  const cost = seesCost(reading)
  const head = [t('prices.part'), t('prices.part-name'), t('prices.change'), t('prices.before'), t('prices.after'), t('prices.delta'), `${t('prices.percent')} (%)`, t('prices.here'), t('prices.unit'), ...(cost ? [t('prices.unit-cost'), `${t('prices.margin')} (%)`] : []), t('prices.estimates')]
  const title = `${list.name} ${t(`prices.kind.${query.kind}`)}`
  const sheet = openSheet('xlsx', { name: t('prices.lines'), headRows: 2, widths: head.map(() => 16) })
  try {
    sheet.add([[`${title} · ${list.number} · ${by.storeCode} · ${by.name} · ${wallTime(now, by.timeZone).replace('T', ' ')}`], head])
    for (let after: differences.LineFilter['after'] = null; ;) {
      const page: differences.LineData[] = await differences.listLines(tx, by.storeId, list.id, { ...filter, after, limit: fileRows })
      sheet.add(page.map((row) => {
        const { unitCostFen, margin } = shown(row, cost, filter.floor.vat)
        return [row.partNumber, language === 'en' ? row.nameEn : row.nameZh, t(`prices.change.${row.change}`), yuan(row.beforeFen), yuan(row.priceFen), yuan(row.deltaFen), share(row.percent), row.here / 1_000, row.unit, ...(cost ? [yuan(unitCostFen), share(margin)] : []), row.estimates]
      }))
      const last = page.at(-1)
      if (page.length < fileRows || last === undefined) break
      after = { place: last.place, number: last.partNumber }
    }
    return { name: `${title} ${list.number}.xlsx`, type: sheetTypes.xlsx, bytes: await sheet.end() }
  } finally {
    await sheet.abandon()
  }
}
