import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type * as routes from '../contract.ts'
import * as data from '../data/standards.ts'
import { attainmentOf } from '../domain/figures.ts'
import { markOf, seesCost, textOf, withNames } from './figures.ts'

/** By make, how many parts reach the stock at which they are ordered (PTS-7.1, practice.md 3.3). */
export async function seeStandards({ tx, by }: Reading): Promise<AnswerOf<typeof routes.seeStandards>> {
  const rows = (await data.standardsByMake(tx, by.storeId)).map((row) => ({ ...row, attainment: attainmentOf(row.standards, row.standards - row.reached) }))
  const [standards, reached] = [rows.reduce((sum, row) => sum + row.standards, 0), rows.reduce((sum, row) => sum + row.reached, 0)]
  return { standards, reached, attainment: attainmentOf(standards, standards - reached), rows }
}

export async function listBelowStandard(reading: Reading, { query: { make, after, limit } }: Pick<InputOf<typeof routes.listBelowStandard>, 'query'>): Promise<AnswerOf<typeof routes.listBelowStandard>> {
  const rows = await data.belowStandard(reading.tx, reading.by.storeId, { make: make ?? null, after: markOf(after), limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const cost = seesCost(reading)
  return {
    rows: (await withNames(reading, page)).map((row) => ({ ...row, missingFen: cost ? row.missingFen : null })),
    next: rows.length > limit && last !== undefined ? textOf({ fen: last.missingFen, partId: last.partId }) : null,
  }
}
