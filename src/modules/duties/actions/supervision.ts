import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { seeSupervision as supervisionRoute, SupervisedRow } from '../contract.ts'
import { takingBack } from './acknowledge.ts'
import { boardOf } from '../data/board.ts'
import type { SupervisionGroup } from '../domain/instance.ts'
import { isDebtOf, rowOf, standInsOf, supervisedBy, watchedOverdue, type Supervised } from './read-duties.ts'
import { storeChecklists } from './store-checklists.ts'

type Supervision = AnswerOf<typeof supervisionRoute>
type Watched = Awaited<ReturnType<typeof watchedOverdue>>[number]
type Wish = { readonly group: SupervisionGroup; readonly position?: string | undefined; /** An id, or a word of what is owed, by whom, about what, or of what was said about it. */ readonly find: string; readonly after?: string | undefined; readonly limit: number }

const cursorOf = ({ instance }: Watched): string => `${instance.dueAt.toISOString()} ${instance.id}`
const newestFirst = ({ instance: a }: Watched, { instance: b }: Watched): number => b.dueAt.getTime() - a.dueAt.getTime() || (a.id < b.id ? 1 : -1)

const tells = ({ instance: { dutyId, zh, en, holderName, deputyName, subjectName, explanation }, acknowledgements }: Watched, find: string): boolean =>
  [dutyId, zh, en, holderName, deputyName, subjectName, explanation, ...acknowledgements.map(({ note }) => note)].join(' ').toLowerCase().includes(find.toLowerCase())

/** What a manager's people did late or not at all: what he has not followed up, the newest first, or what he has, what was excused and what was done late. */
export async function seeSupervision(reading: Reading, { group, position, find, after, limit }: Wish): Promise<Supervision> {
  const { by } = reading
  const supervised = await supervisedBy(reading)
  const { levels } = supervised
  const [overdue, scores] = await Promise.all([watchedOverdue(reading, supervised), scoresOf(reading, [...new Set([...levels.keys(), ...by.positions])])])
  const { owed = [], others = [] } = Object.groupBy(overdue, (each): SupervisionGroup => (isDebtOf(by.personId, each) ? 'owed' : 'others'))
  const wanted = { owed, others }[group].filter((each) => (position === undefined || each.instance.position === position) && tells(each, find)).toSorted(newestFirst).filter((each) => after === undefined || cursorOf(each) < after)
  const shown = wanted.slice(0, limit)
  const last = wanted.length > limit ? shown.at(-1) : undefined
  const at = (rows: readonly Watched[], code: string): number => rows.filter(({ instance }) => instance.position === code).length
  return {
    rows: await rowsOf(reading, supervised, shown), next: last === undefined ? null : cursorOf(last), debt: owed.length, others: others.length,
    positions: [...new Set([...levels.keys(), ...overdue.map(({ instance }) => instance.position)])].map((code) => ({ position: code, owed: at(owed, code), others: at(others, code) })).filter((counted) => counted.owed + counted.others > 0),
    ...scores,
  }
}

/** Their proofs are asked at once, so that they leave in one packet. */
async function rowsOf(reading: Reading, supervised: Supervised, shown: readonly Watched[]): Promise<SupervisedRow[]> {
  const words = shown.flatMap(({ instance: { dutyId, position }, acknowledgements }) => acknowledgements.map((word) => ({ ...word, dutyId, position })))
  const [lists, whyNot, standIns] = await Promise.all([storeChecklists(reading), takingBack(reading, supervised, words), standInsOf(reading, shown.map(({ instance }) => instance))])
  return Promise.all(shown.map(async ({ instance, level, acknowledgements }) => ({
    ...await rowOf(reading, instance, lists), ...standIns(instance), level, mine: acknowledgements.some(({ personId, takenBackAt }) => personId === reading.by.personId && takenBackAt === null),
    acknowledgements: acknowledgements.map((word) => ({
      id: word.id, at: word.at.toISOString(), personName: word.personName, action: word.action, note: word.note, mayTakeBack: whyNot({ ...word, dutyId: instance.dutyId, position: instance.position }) === null,
      takenBack: word.takenBackAt === null ? null : { at: word.takenBackAt.toISOString(), reason: word.takenBackReason ?? '', personName: word.takenBackByName ?? '' },
    })),
  })))
}

/** How the duties of these positions ended since the month began. */
async function scoresOf({ tx, by, now }: Reading, positions: readonly string[]): Promise<Pick<Supervision, 'scores' | 'scoresFrom'>> {
  const scoresFrom = `${localDay(now, by.timeZone).slice(0, 7)}-01`
  const rows = await boardOf(tx, { storeId: by.storeId, timeZone: by.timeZone, from: startOfDay(scoresFrom, by.timeZone), until: now, positions }, 'position')
  return { scores: rows.map(({ position, done, late, missed, excused, byData }) => ({ position, done, late, missed, excused, byData })), scoresFrom }
}
