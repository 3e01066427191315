import { found } from '../../../kernel/refusal.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type * as routes from '../contract.ts'
import * as data from '../data/conformity.ts'
import { findPlan } from '../data/plans.ts'
import { conformityOf, shownMonths } from '../domain/conformity.ts'
import { markOf, textOf } from '../domain/lines.ts'
import { monthAfter, monthOf } from '../domain/plan.ts'

/** From the first moment of one month to the first moment after the other, in the store's days. */
const spanOf = (sinceMonth: string, untilMonth: string, timeZone: string) =>
  ({ sinceMonth, untilMonth, since: startOfDay(`${sinceMonth}-01`, timeZone), until: startOfDay(`${monthAfter(untilMonth)}-01`, timeZone), timeZone })

export async function seeConformity({ tx, by, now }: Reading): Promise<AnswerOf<typeof routes.seeConformity>> {
  const running = monthOf(localDay(now, by.timeZone))
  const span = spanOf(monthAfter(running, 1 - shownMonths), running, by.timeZone)
  const plans = await data.conformityByMonth(tx, by.storeId, span)
  return {
    plans: plans.map(({ soldOfPlan, ...row }) => ({ ...row, ordered: conformityOf(row.kept, row.planned), sold: soldOfPlan === null ? null : conformityOf(soldOfPlan, row.planned), running: row.month === running })),
    books: (await data.booksByMonth(tx, by.storeId, span)).map((row) => ({ ...row, rate: conformityOf(row.right, row.lines) })),
    reviews: (await data.reviewsOf(tx, by.storeId)).map((row) => ({ ...row, at: row.at.toISOString() })),
  }
}

export async function listConformity({ tx, by }: Reading, { params, query }: InputOf<typeof routes.listConformity>): Promise<AnswerOf<typeof routes.listConformity>> {
  const { id: planId, month, kind } = found(await findPlan(tx, by.storeId, params.planId), 'monthly plan')
  const rows = await data.conformityByPart(tx, by.storeId, { ...spanOf(month, month, by.timeZone), planId, kind, after: markOf(query.after), limit: query.limit + 1 })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last !== undefined ? textOf({ amount: last.gapFen, partNumber: last.partNumber }) : null }
}

/** The rates as they stood when he looked are kept with what he concluded (STM-5.3). */
export async function reviewConformity(deed: Deed, { words }: { readonly words: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const { plans, books } = await seeConformity(deed)
  const snapshot = { plans: plans.slice(0, 2), books: books.slice(0, 2) }
  const review = { id: deed.newId(), at: now, personId: by.personId, personName: by.name, positions: by.positions, words, snapshot }
  await data.insertReview(tx, by.storeId, review)
  deed.record({ subject: 'conformity-review', subjectId: review.id, after: { words, snapshot } })
  deed.announce({ event: 'parts-plan.reviewed', subjectId: review.id })
  return { id: review.id }
}
