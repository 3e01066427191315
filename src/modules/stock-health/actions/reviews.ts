import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { listReviews as listRoute } from '../contract.ts'
import * as data from '../data/figures.ts'
import type { ReviewedFigure } from '../domain/figures.ts'
import { deadShare } from './dead-stock.ts'
import { seeAttainment, seeTurnover } from './figures.ts'
import { seeStandards } from './standards.ts'

export const listReviews = async ({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> =>
  ({ rows: (await data.reviewsOf(tx, by.storeId, query.figure)).map((row) => ({ ...row, at: row.at.toISOString() })) })

/** The figure as it stood when he looked is kept with what he concluded (PTS-7.1, PTS-7.2, STM-5.2). */
export async function addReview(deed: Deed, { figure, words }: { readonly figure: ReviewedFigure; readonly words: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const snapshot = await snapshotOf(deed, figure)
  const review = { id: deed.newId(), figure, at: now, personId: by.personId, personName: by.name, positions: by.positions, words, snapshot }
  await data.insertReview(tx, by.storeId, review)
  deed.record({ subject: 'stock-review', subjectId: review.id, after: { figure, words, snapshot } })
  deed.announce({ event: 'stock-health.reviewed', subjectId: review.id, facts: { figure } })
  return { id: review.id }
}

async function snapshotOf(reading: Reading, figure: ReviewedFigure): Promise<unknown> {
  switch (figure) {
    case 'attainment': {
      const { standards, reached, attainment } = await seeStandards(reading)
      return { standards, reached, attainment, fill: (await seeAttainment(reading)).months.slice(0, 2) }
    }
    case 'turnover': return (await seeTurnover(reading)).rows.slice(0, 2)
    case 'dead-stock': return deadShare(reading)
  }
}
