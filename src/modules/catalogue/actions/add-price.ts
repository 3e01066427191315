import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { pricesOf } from '../data/import-parts.ts'
import * as details from '../data/part-details.ts'
import { lockPart } from '../data/parts.ts'
import { closedBy, whyNotPeriod } from '../domain/price-periods.ts'

/** The new price ends the running one of its kind on the day before. Fen per unit; 'claim' net of nothing, as the maker's list has it. */
export async function addPrice(deed: Deed, { partId, ...price }: details.PriceData & { partId: string }): Promise<{ id: string }> {
  const { tx } = deed
  found(await lockPart(tx, partId), 'part')
  const others = (await pricesOf(tx, [partId])).filter(({ kind }) => kind === price.kind)
  refuseIf(whyNotPeriod(others, price))
  const closed = closedBy(others, price)
  if (closed !== null) await details.endPrice(tx, partId, price.kind, closed)
  await details.insertPrices(tx, [{ partId, ...price }])
  deed.record({ subject: 'part', subjectId: partId, before: { ended: closed }, after: { price } })
  deed.announce({ event: 'part.priced', subjectId: partId, facts: price })
  return { id: partId }
}
