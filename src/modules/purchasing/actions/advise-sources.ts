import { may } from '../../../kernel/actor.ts'
import { halfUp, toFen } from '../../../kernel/money.ts'
import { found } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import { freeElsewhere, latestCosts } from '../../stock/public.ts'
import type { adviseSources as route } from '../contract.ts'
import { findRequests } from '../data/requests.ts'
import { sources } from '../domain/request.ts'
import { seeSourceDays } from './source-days.ts'
import { offersByKind } from './source-rule-port.ts'

/**
 * Where a part may come from (PTS-1.3): by order with the day and the cost of its kind, a unit reckoned from what it cost last; from another store at what it costs there.
 * A source without a kind of order has its usual days.
 */
export async function adviseSources(reading: Reading, requestId: string): Promise<AnswerOf<typeof route>> {
  const { tx, by, now } = reading
  const request = found((await findRequests(tx, by.storeId, [requestId]))[0], 'purchase request')
  const [{ days }, elsewhere, [latest]] = [await seeSourceDays(reading), await freeElsewhere(tx, by.storeId, [request.partId]), await latestCosts(tx, by.storeId, [request.partId])]
  const left = request.thousandths - request.comeThousandths
  const usualFen = latest === undefined ? null : toFen(halfUp(BigInt(latest.cost) * 1_000n, BigInt(latest.received)))
  const [today, offerFrom] = [localDay(now, by.timeZone), await offersByKind(reading, usualFen ?? toFen(0n))]
  const there = elsewhere.find(({ free }) => free >= left) ?? elsewhere[0]
  const seesCost = may(by, stockPermissions.seeCost.permission)
  return {
    rows: sources.map((source) => {
      const offer = offerFrom(source)
      const unitCostFen = source === 'transfer' ? there?.unitCostFen ?? null : usualFen === null ? null : offer?.unitCostFen ?? usualFen
      return {
        source, orderOn: offer?.orderOn ?? today, eta: offer?.eta ?? addDays(today, days[source]), unitCostFen: seesCost ? unitCostFen : null,
        stores: source !== 'transfer' ? [] : elsewhere.map(({ nameZh, nameEn, free }) => ({ nameZh, nameEn, free, enough: free >= left })),
      }
    }),
  }
}
