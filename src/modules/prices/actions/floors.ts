import { refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, addMonths, spanOfMonth } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type * as routes from '../contract.ts'
import type { FloorRow } from '../contract.ts'
import * as data from '../data/floors.ts'
import { whyNotSetFloor } from '../domain/floor.ts'
import { seesCost } from './read-lists.ts'

const rowOf = (floor: data.FloorData): FloorRow => ({ ...floor, at: floor.at.toISOString() })

export async function seeFloors({ tx, by }: Reading): Promise<AnswerOf<typeof routes.seeFloors>> {
  const [floors, history] = await Promise.all([data.floorsOf(tx, by.storeId), data.floorHistory(tx, by.storeId)])
  return { floors: floors.map(rowOf), history: history.map(rowOf) }
}

/** Counts for lines priced from now on; what was settled before is judged by the floor of its time. */
export async function setFloor(deed: Deed, { edition, ...wish }: InputOf<typeof routes.setFloor>['body']): Promise<{ edition: number }> {
  const { tx, by, now } = deed
  const before = (await data.floorsOf(tx, by.storeId)).find(({ payer }) => payer === wish.payer)
  refuseStale(before?.edition ?? 0, edition)
  refuseIf(whyNotSetFloor(before?.percent, wish.percent))
  const added = await data.insertFloor(tx, by.storeId, { ...wish, edition: edition + 1, at: now, personName: by.name })
  refuseStale(added, 1)
  deed.record({ subject: 'price-floor', subjectId: by.storeId, before: { payer: wish.payer, percent: before?.percent ?? null }, after: { percent: wish.percent }, reason: wish.reason })
  deed.announce({ event: 'price-floor.set', subjectId: by.storeId })
  return { edition: edition + 1 }
}

function monthOf({ by }: Reading, month: string): data.Month {
  const fromDay = `${month}-01`
  return { storeId: by.storeId, timeZone: by.timeZone, fromDay, untilDay: addDays(addMonths(fromDay, 1), -1), ...spanOfMonth(month, by.timeZone) }
}

export async function listSold(reading: Reading, { query }: InputOf<typeof routes.listSold>): Promise<AnswerOf<typeof routes.listSold>> {
  const listed = await data.listSold(reading.tx, monthOf(reading, query.month), { personId: query.personId ?? null, after: query.after ?? null, limit: query.limit + 1 })
  const cost = seesCost(reading)
  const rows = listed.slice(0, query.limit).map((line) => ({ ...line, costFen: cost ? line.costFen : null }))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.lineId ?? null : null }
}

export async function soldByPerson(reading: Reading, { query }: InputOf<typeof routes.soldByPerson>): Promise<AnswerOf<typeof routes.soldByPerson>> {
  const cost = seesCost(reading)
  return { rows: (await data.soldByPerson(reading.tx, monthOf(reading, query.month))).map((row) => ({ ...row, costFen: cost ? row.costFen : null })) }
}
