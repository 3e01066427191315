import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { seeSupervision as supervisionRoute, SupervisedRow } from '../contract.ts'
import { takingBack } from './acknowledge.ts'
import { boardOf } from '../data/board.ts'
import type { SupervisionGroup } from '../domain/instance.ts'
import { isDebtOf, rowOf, standInsOf, watchedOverdue, watchedPositions } from './read-duties.ts'
import { storeChecklists } from './store-checklists.ts'

type Supervision = AnswerOf<typeof supervisionRoute>
type Watched = Awaited<ReturnType<typeof watchedOverdue>>[number]
type Wish = { readonly group: SupervisionGroup; readonly position?: string | undefined; /** An id, or a word of what is owed, by whom, about what, or of what was said about it. */ readonly find: string; readonly after?: string | undefined; readonly limit: number }

const cursorOf = ({ instance }: Watched): string => `${instance.dueAt.toISOString()} ${instance.id}`
const newestFirst = (a: Watched, b: Watched): number => (cursorOf(a) < cursorOf(b) ? 1 : -1)

const tells = ({ instance: { dutyId, zh, en, holderName, deputyName, subjectName, explanation }, acknowledgements }: Watched, find: string): boolean =>
  [dutyId, zh, en, holderName, deputyName, subjectName, explanation, ...acknowledgements.map(({ note }) => note)].join(' ').toLowerCase().includes(find.toLowerCase())

/** What a manager's people did late or not at all: what he has not followed up, the newest first, or what he has, what was excused and what was done late. */
export async function seeSupervision(reading: Reading, { group, position, find, after, limit }: Wish): Promise<Supervision> {
  const { by } = reading
  const levels = await watchedPositions(reading)
  const overdue = await watchedOverdue(reading, levels)
  const { owed = [], others = [] } = Object.groupBy(overdue, (each): SupervisionGroup => (isDebtOf(by.personId, each) ? 'owed' : 'others'))
  const wanted = { owed, others }[group].filter((each) => (position === undefined || each.instance.position === position) && tells(each, find)).toSorted(newestFirst).filter((each) => after === undefined || cursorOf(each) < after)
  const shown = wanted.slice(0, limit)
  const last = wanted.length > limit ? shown.at(-1) : undefined
  const at = (rows: readonly Watched[], code: string): number => rows.filter(({ instance }) => instance.position === code).length
  return {
    rows: await rowsOf(reading, shown), next: last === undefined ? null : cursorOf(last), debt: owed.length, others: others.length,
    positions: [...new Set([...levels.keys(), ...overdue.map(({ instance }) => instance.position)])].map((code) => ({ position: code, owed: at(owed, code), others: at(others, code) })).filter((counted) => counted.owed + counted.others > 0),
    ...await scoresOf(reading, [...new Set([...levels.keys(), ...by.positions])]),
  }
}

async function rowsOf(reading: Reading, shown: readonly Watched[]): Promise<SupervisedRow[]> {
  const lists = await storeChecklists(reading)
  const words = shown.flatMap(({ instance: { dutyId, position }, acknowledgements }) => acknowledgements.map((word) => ({ ...word, dutyId, position })))
  const whyNot = await takingBack(reading, words)
  const standIns = await standInsOf(reading, shown.map(({ instance }) => instance))
  const rows: SupervisedRow[] = []
  for (const { instance, level, acknowledgements } of shown) {
    rows.push({
      ...await rowOf(reading, instance, lists), ...standIns(instance), level, mine: acknowledgements.some(({ personId, takenBackAt }) => personId === reading.by.personId && takenBackAt === null),
      acknowledgements: acknowledgements.map((word) => ({
        id: word.id, at: word.at.toISOString(), personName: word.personName, action: word.action, note: word.note, mayTakeBack: whyNot({ ...word, dutyId: instance.dutyId, position: instance.position }) === null,
        takenBack: word.takenBackAt === null ? null : { at: word.takenBackAt.toISOString(), reason: word.takenBackReason ?? '', personName: word.takenBackByName ?? '' },
      })),
    })
  }
  return rows
}

/** How the duties of these positions ended since the month began. */
async function scoresOf({ tx, by, now }: Reading, positions: readonly string[]): Promise<Pick<Supervision, 'scores' | 'scoresFrom'>> {
  const scoresFrom = `${localDay(now, by.timeZone).slice(0, 7)}-01`
  const rows = await boardOf(tx, { storeId: by.storeId, timeZone: by.timeZone, from: startOfDay(scoresFrom, by.timeZone), until: now, positions }, 'position')
  return { scores: rows.map(({ position, done, late, missed, excused, byData }) => ({ position, done, late, missed, excused, byData })), scoresFrom }
}
