import { addDays, localDay, startOfDay, wallTime } from '../../../kernel/time.ts'
import { fill, type Language } from '../../../kernel/texts.ts'
import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import type { listFailures as failuresRoute, seeTrend as trendRoute } from '../contract.ts'
import { listDuties } from '../data/duties.ts'
import * as data from '../data/trend.ts'
import { areaOf, areas, type Area } from '../domain/areas.ts'
import { checklistOf, processAudit } from '../domain/checklists.ts'
import { defaultPack } from '../domain/default-pack.ts'
import { groupsOf, weeksUntil, type TrendGroup } from '../domain/trend.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { storeChecklists } from './store-checklists.ts'

const positions = defaultPack.positions.map(({ position }) => position)

async function scopeOf(reading: Reading, weeks: readonly string[]): Promise<data.TrendScope> {
  const { tx, by } = reading
  const lists = await storeChecklists(reading)
  const duties = (await listDuties(tx, by.storeId)).flatMap(({ id, proof }) => {
    const list = checklistOf(proof, lists)
    return list === null ? [] : [{ id, checklist: list.code }]
  })
  return { storeId: by.storeId, timeZone: by.timeZone, from: startOfDay(weeks[0] ?? '', by.timeZone), until: startOfDay(addDays(weeks.at(-1) ?? '', 7), by.timeZone), positions, duties }
}

/** Where the house is weak: passes and failures of every part of it, or of every list, and of their points, week by week. */
export async function seeTrend(reading: Reading, { weeks: count, by: group }: { readonly weeks: number; readonly by: TrendGroup }): Promise<AnswerOf<typeof trendRoute>> {
  const { tx, by, now } = reading
  const weeks = weeksUntil(localDay(now, by.timeZone), count)
  const lists = new Map((await storeChecklists(reading)).map((list) => [list.code, list]))
  const rows = (await data.pointWeeks(tx, await scopeOf(reading, weeks), processAudit.code)).filter(({ checklist }) => lists.has(checklist))
  const named = new Map<string, { readonly zh: string; readonly en: string }>(group === 'area' ? areas.map((area) => [area.code, area]) : lists)
  const groups = groupsOf(rows, weeks, group).map(({ points, weeks: each, ...trend }) => {
    const name = found(named.get(trend.code) ?? null, 'checklist')
    return { ...trend, zh: name.zh, en: name.en, weeks: [...each], points: points.map((point) => ({ ...point, listZh: lists.get(point.checklist)?.zh ?? '', listEn: lists.get(point.checklist)?.en ?? '', weeks: [...point.weeks] })) }
  })
  return { weeks, groups }
}

const cursorOf = ({ at, id }: data.Failure): string => `${at.toISOString().replace(/[-:TZ.]/g, '')}000${id}`

/** What stands behind a number of the trend: who found it, when, what was wrong, and whether it passed since. */
export async function listFailures(reading: Reading, { weeks, checklist, point, area, after, limit }: { readonly weeks: number; readonly checklist: string; readonly point: string; readonly area?: Area | undefined; readonly after?: string | undefined; readonly limit: number }): Promise<AnswerOf<typeof failuresRoute>> {
  const { tx, by, now } = reading
  const whole = await scopeOf(reading, weeksUntil(localDay(now, by.timeZone), weeks))
  const scope = area === undefined ? whole : { ...whole, positions: positions.filter((position) => areaOf({ checklist, position }) === area) }
  const wish = { checklist, point, after: after ?? null, limit }
  const rows = checklist === processAudit.code ? await data.failuresOfAudits(tx, scope, wish) : await data.failuresOf(tx, scope, wish)
  const last = rows.length < limit ? undefined : rows.at(-1)
  return {
    rows: rows.map(({ at, taskDueAt, taskClosedAt, ...row }) => ({ ...row, at: at.toISOString(), taskDueAt: taskDueAt?.toISOString() ?? null, taskClosedAt: taskClosedAt?.toISOString() ?? null })),
    next: last === undefined ? null : cursorOf(last),
  }
}

/** The same as a workbook: a line for each point of each part of the house, passes and failures of each week. */
export async function trendFile(reading: Reading, { weeks: count, language }: { readonly weeks: number; readonly language: Language }): Promise<OutgoingFile> {
  const texts = language === 'en' ? en : zh
  const { weeks, groups } = await seeTrend(reading, { weeks: count, by: 'area' })
  const title = texts['duties.trend']
  const head = [texts['duties.trend.area'], texts['duties.checklist'], texts['duties.audit-point'], texts['duties.point.pass'], texts['duties.point.fail'], ...weeks.map((week) => fill(texts['duties.trend.week-cell'], { week: week.slice(5) }))]
  const lines = groups.flatMap((area) => area.points.map((point) => [
    language === 'en' ? area.en : area.zh, language === 'en' ? point.listEn : point.listZh, language === 'en' ? point.en : point.zh, point.passed, point.failed, ...point.weeks.map(({ passed, failed }) => (passed + failed === 0 ? '' : `${String(failed)}/${String(passed + failed)}`)),
  ]))
  const span = `${found(weeks[0] ?? null, 'week')}–${addDays(found(weeks.at(-1) ?? null, 'week'), 6)}`
  const headline = `${title} · ${reading.by.storeCode} · ${span} · ${reading.by.name} · ${wallTime(reading.now, reading.by.timeZone).replace('T', ' ')}`
  return { name: `${title} ${reading.by.storeCode} ${span}.xlsx`, type: sheetTypes.xlsx, bytes: await writeSheet('xlsx', { name: title, headRows: 2, widths: [12, 22, 34, 8, 8, ...weeks.map(() => 12)] }, [[headline], head, ...lines]) }
}
