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
import { costsByKind } from './source-rule-port.ts'

/** Where a part may come from: each source with its usual day and what a unit costs by the orders of it, reckoned from what it cost last; from another store at what it costs there. */
export async function adviseSources(reading: Reading, requestId: string): Promise<AnswerOf<typeof route>> {
  const { tx, by, now } = reading
  const request = found((await findRequests(tx, by.storeId, [requestId]))[0], 'purchase request')
  const [{ days }, elsewhere, [latest]] = [await seeSourceDays(reading), await freeElsewhere(tx, by.storeId, [request.partId]), await latestCosts(tx, by.storeId, [request.partId])]
  const left = request.thousandths - request.comeThousandths
  const costFrom = latest === undefined ? () => null : await costsByKind(reading, toFen(halfUp(BigInt(latest.cost) * 1_000n, BigInt(latest.received))))
  const there = elsewhere.find(({ free }) => free >= left) ?? elsewhere[0]
  const seesCost = may(by, stockPermissions.seeCost.permission)
  return {
    rows: sources.map((source) => ({
      source, eta: addDays(localDay(now, by.timeZone), days[source]), unitCostFen: !seesCost ? null : source === 'transfer' ? there?.unitCostFen ?? null : costFrom(source),
      stores: source !== 'transfer' ? [] : elsewhere.map(({ nameZh, nameEn, free }) => ({ nameZh, nameEn, free, enough: free >= left })),
    })),
  }
}
