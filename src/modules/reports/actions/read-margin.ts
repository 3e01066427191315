import { refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { listDiscounts as discountLinesRoute, seeDiscounts as discountsRoute, seeMargin as marginRoute } from '../contract.ts'
import { giftsByPerson, listGifts } from '../data/discounts.ts'
import { marginsBy } from '../data/margin.ts'
import { marginShare, type GiftKind, type MarginGrouping } from '../domain/margin.ts'
import { whyNotPeriod, type Period } from '../domain/period.ts'
import { scopeOf } from './read-figures.ts'

/** So many orders with the lowest margin are listed; the total is over all. */
const mostRows = 200

type MarginWish = Period & { readonly by: MarginGrouping; readonly payer?: string | undefined; readonly advisor?: string | undefined }

const withMargin = <Row extends { readonly revenueFen: number; readonly costFen: number }>(row: Row) => ({ ...row, marginFen: row.revenueFen - row.costFen, share: marginShare(row.revenueFen, row.costFen) })

export async function readMargin(reading: Reading, { by, payer, advisor, ...period }: MarginWish): Promise<AnswerOf<typeof marginRoute>> {
  refuseIf(whyNotPeriod(period))
  const rows = await marginsBy(reading.tx, by, scopeOf(reading, period, null), { payer, advisorId: advisor }, mostRows + 1)
  const { allOrders = 0, allRevenueFen = 0, allCostFen = 0 } = rows[0] ?? {}
  return {
    total: withMargin({ orders: allOrders, revenueFen: allRevenueFen, costFen: allCostFen }), cut: rows.length > mostRows,
    rows: rows.slice(0, mostRows).map(({ allOrders: _orders, allRevenueFen: _revenue, allCostFen: _cost, ...row }) => withMargin(row)),
  }
}

export async function readDiscounts(reading: Reading, period: Period): Promise<AnswerOf<typeof discountsRoute>> {
  refuseIf(whyNotPeriod(period))
  return { rows: await giftsByPerson(reading.tx, scopeOf(reading, period, null)) }
}

type LinesWish = Period & { readonly person?: string | undefined; readonly kind?: GiftKind | undefined; readonly after?: string | undefined; readonly limit: number }

export async function listDiscounts(reading: Reading, { person, kind, after, limit, ...period }: LinesWish): Promise<AnswerOf<typeof discountLinesRoute>> {
  refuseIf(whyNotPeriod(period))
  const rows = await listGifts(reading.tx, scopeOf(reading, period, null), { personId: person, kind, after: after ?? null, limit: limit + 1 })
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}
