import { may } from '../../../kernel/actor.ts'
import { sumOf } from '../../../kernel/money.ts'
import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { askApproval, latestRequest, type RequestHandler } from '../../approvals/public.ts'
import { priceBook } from '../../repair-orders/public.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import { unitCostOf } from '../../stock/public.ts'
import * as data from '../data/slips.ts'
import { belowLeast, whyNotAskPrice } from '../domain/slip.ts'
import { counterRequests, leastFor } from './open-slip.ts'
import { changeSlip, lockSeen, type Seen } from './slip-deed.ts'

const lowOf = (lines: readonly data.SlipLineData[]): data.SlipLineData[] => lines.filter(({ priceRule, approvedByName }) => priceRule === 'manual' && approvedByName === null)

/** A unit's least price as the slip was priced: by the rules of its day, a promotion that ran then with it. */
async function floorBook(reading: Reading, { openedAt }: data.SlipData, lines: readonly data.SlipLineData[]): Promise<(partId: string) => number> {
  const book = await priceBook({ ...reading, now: openedAt }, '', lines.map(({ partId, thousandths }) => ({ kind: 'part', partId, payer: 'customer', quantityThousandths: thousandths })))
  return (partId) => leastFor(book, partId).fen
}

/** A refused price is asked for anew, with what speaks for it now. */
export async function askPriceAgain(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { slip, lines } = await lockSeen(deed, seen)
  const low = lowOf(lines)
  const last = await latestRequest(deed.tx, deed.by.storeId, 'counter-price', slip.id)
  refuseIf(whyNotAskPrice({ ...slip, low: low.length > 0, asked: last?.state === 'asked' }))
  const floorOf = await floorBook(deed, slip, low)
  const amountFen = sumOf(low.map((line) => belowLeast({ ...line, leastFen: floorOf(line.partId) })))
  await askApproval(deed, { kind: 'counter-price', subjectId: slip.id, orderId: null, about: slip.number, amountFen, reason })
  return changeSlip(deed, slip, {}, { event: 'price-asked', reason })
}

/** The request for the prices of a slip with its answer, while they wait for one or were refused. */
export async function priceRequestOf({ tx, by }: Reading, slip: data.SlipData, lines: readonly data.SlipLineData[]): Promise<{ state: 'asked' | 'refused' | 'withdrawn'; name: string; reason: string } | null> {
  if (slip.status !== 'open' || lowOf(lines).length === 0) return null
  const request = await latestRequest(tx, by.storeId, 'counter-price', slip.id)
  if (request === null || request.state === 'approved') return null
  return { state: request.state, name: request.decidedByName ?? '', reason: request.decisionReason ?? '' }
}

/** What the inbox of approvals carries out here, what it shows of it, and what a no changes: the slip says so. */
export const priceRequests: Readonly<Record<'counter-price', RequestHandler>> = {
  'counter-price': {
    ...counterRequests['counter-price'],
    turnDown: async (deed, { subjectId, decisionReason }) => {
      const slip = found(await data.lockSlip(deed.tx, deed.by.storeId, subjectId), 'slip')
      await changeSlip(deed, slip, {}, { event: 'price-refused', reason: decisionReason ?? '' })
    },
    pricesOf: async (reading, { subjectId }) => {
      const { tx, by } = reading
      const [slip, low] = [found(await data.findSlip(tx, by.storeId, subjectId), 'slip'), lowOf(await data.linesOf(tx, by.storeId, subjectId))]
      const [floorOf, costs] = await Promise.all([floorBook(reading, slip, low), may(by, stockPermissions.seeCost.permission) ? unitCostOf(tx, by.storeId, low.map(({ partId }) => partId)) : []])
      return low.map(({ id, partId, partNumber, nameZh, nameEn, unit, thousandths, amountFen, allowanceFen }) => (
        { id, partNumber, nameZh, nameEn, unit, thousandths, priceFen: Math.round((amountFen - allowanceFen) * 1_000 / thousandths), floorFen: floorOf(partId), costFen: costs.find((row) => row.partId === partId)?.unitCostFen ?? null }))
    },
  },
}
