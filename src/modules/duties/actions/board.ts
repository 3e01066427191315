import { fill, type Language } from '../../../kernel/texts.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay, wallTime, type LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { listPositionNames } from '../../organisation/public.ts'
import { teamNames } from '../../teams/public.ts'
import type { listBoard as listRoute, seeBoard as boardRoute, Wall } from '../contract.ts'
import * as data from '../data/board.ts'
import { listDuties } from '../data/duties.ts'
import { overdueInstances } from '../data/instances.ts'
import { rateOf, totalOf, whyNotBoard, type BoardGrouping } from '../domain/board.ts'
import { defaultPack } from '../domain/default-pack.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

type Period = { readonly from: LocalDay; readonly to: LocalDay }

export function scopeOf({ by }: Reading, period: Period, positions: readonly string[] = defaultPack.positions.map(({ position }) => position)): data.BoardScope {
  refuseIf(whyNotBoard(period))
  return { storeId: by.storeId, timeZone: by.timeZone, from: startOfDay(period.from, by.timeZone), until: startOfDay(addDays(period.to, 1), by.timeZone), positions }
}

/** The board is asked while its day goes on: what is overdue by now stands on it too. */
const boardScope = (reading: Reading, period: Period): data.BoardScope => ({ ...scopeOf(reading, period), overdueAt: reading.now })

/** STM-4.12: how the duties of a period ended, by position, team, person, duty or week. */
export async function seeBoard(reading: Reading, { by, ...period }: Period & { readonly by: BoardGrouping }): Promise<AnswerOf<typeof boardRoute>> {
  const rows = await data.boardOf(reading.tx, boardScope(reading, period), by)
  const names = await namesOf(reading, by)
  const doers = new Map(by === 'person' ? (await data.doersOf(reading.tx, boardScope(reading, period))).map((row) => [row.key, row.names]) : [])
  // Those of no team come last.
  return { ...period, by, total: totalOf(rows), rows: rows.toSorted((a, b) => Number(a.key === '') - Number(b.key === '')).map(({ name, ...row }) => ({ ...row, ...(names?.get(row.key) ?? { nameZh: name, nameEn: name }), doers: doers.get(row.key) ?? [], rate: rateOf(row) })) }
}

/** What has a name in both languages. */
async function namesOf({ tx, by: { storeId } }: Reading, by: BoardGrouping): Promise<ReadonlyMap<string, { nameZh: string; nameEn: string }> | null> {
  if (by === 'team') return teamNames(tx, storeId)
  return by === 'duty' ? new Map((await listDuties(tx, storeId)).map(({ id, zh: nameZh, en: nameEn }) => [id, { nameZh, nameEn }])) : null
}

const lateOnWall = 24

/** For the wall: the order of the positions is the manual's. */
export async function seeWall(reading: Reading): Promise<Wall> {
  const { tx, by, now } = reading
  const today = localDay(now, by.timeZone)
  const scope = scopeOf(reading, { from: today, to: today })
  const rows = await data.wallOf(tx, scope, now)
  const overdue = (await overdueInstances(tx, by.storeId, scope.positions, scope.from, now)).filter(({ status }) => status === 'open')
  return {
    rows: scope.positions.flatMap((position) => rows.find((row) => row.position === position) ?? []),
    late: overdue.slice(0, lateOnWall).map(({ id, dutyId, zh: nameZh, en: nameEn, position, holderName, dueAt }) => ({ id, dutyId, zh: nameZh, en: nameEn, position, holderName, dueAt: dueAt.toISOString() })),
  }
}

const cursorOf = ({ dueAt, id }: data.BoardInstance): string => `${dueAt.toISOString().replace(/[-:TZ.]/g, '')}000${id}`

export async function listBoard(reading: Reading, { after, limit, by, key, onlyFaults, ...period }: Period & { readonly by: BoardGrouping; readonly key?: string | undefined; readonly onlyFaults: boolean; readonly after?: string | undefined; readonly limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.boardInstances(reading.tx, boardScope(reading, period), { by, key: key ?? null, onlyFaults, after: after ?? null, limit })
  const last = rows.length < limit ? undefined : rows.at(-1)
  return {
    rows: rows.map(({ excusedByName, excusedAt, excusedNote, ...row }) => ({
      ...row, dueAt: row.dueAt.toISOString(), closedAt: row.closedAt?.toISOString() ?? null, excused: excusedAt === null ? null : { personName: excusedByName ?? '', at: excusedAt.toISOString(), note: excusedNote ?? '' },
    })), next: last === undefined ? null : cursorOf(last),
  }
}

/** The month's appraisal data (STM-4.12): a line for each person and position. */
export async function boardFile(reading: Reading, { language, by, ...period }: Period & { readonly by: BoardGrouping; readonly language: Language }): Promise<OutgoingFile> {
  const texts = language === 'en' ? en : zh
  const { rows, total } = await seeBoard(reading, { by, ...period })
  const names = new Map((await listPositionNames(reading.tx)).map(({ code, zh: inChinese, en: inEnglish }) => [code, language === 'en' ? inEnglish : inChinese]))
  const positionOf = (code: string): string => names.get(code) ?? code
  const nameOf = ({ key, position, nameZh, nameEn, doers }: (typeof rows)[number]): string => {
    if (by === 'position') return positionOf(key)
    if (by === 'week') return fill(texts['duties.board.week-of'], { day: key })
    const name = language === 'en' ? nameEn : nameZh
    if (by === 'team') return key === '' ? texts['duties.board.no-team'] : name
    return by === 'duty' ? `${key} ${name}` : nameZh === '' ? fill(texts[doers.length === 0 ? 'duties.board.shared' : 'duties.board.shared-by'], { position: positionOf(position), names: doers }, language) : nameZh
  }
  const title = texts['duties.board']
  const head = [texts[`duties.board.by.${by}`], texts['duties.position'], texts['duties.score.rate'], texts['duties.score.done'], texts['duties.score.late'], texts['duties.score.missed'], texts['duties.score.excused'], texts['duties.score.by-data'], texts['duties.score.overdue']]
  const lineOf = (name: string, position: string, row: typeof total) => [name, position === '' ? '' : positionOf(position), row.rate === null ? '–' : row.rate / 10_000, row.done, row.late, row.missed, row.excused, row.byData, row.overdue]
  const lines = [...rows.map((row) => lineOf(nameOf(row), row.position, row)), lineOf(texts['duties.board.total'], '', total)]
  const span = `${period.from}–${period.to}`
  const headline = fill('{title} · {store} · {span} · {person} · {moment}', { title, store: reading.by.storeCode, span, person: reading.by.name, moment: wallTime(reading.now, reading.by.timeZone).replace('T', ' ') })
  return { name: `${title} ${reading.by.storeCode} ${span}.xlsx`, type: sheetTypes.xlsx, bytes: await writeSheet('xlsx', { name: title, headRows: 2, widths: [34, 16, ...Array.from({ length: 7 }, () => 12)], percents: [2] }, [[headline], head, ...lines]) }
}
