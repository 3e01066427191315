import { may } from '../../../kernel/actor.ts'
import { lineAmount, type Fen } from '../../../kernel/money.ts'
import { found } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import { freeElsewhere, lastPaidCosts } from '../../stock/public.ts'
import type { adviseSources as route, SourceAdvice } from '../contract.ts'
import { findRequests, type RequestData } from '../data/requests.ts'
import { adviseSource, byDay, costBy, fitsRequest, type AdviceReason, type SourceOption } from '../domain/advice.ts'
import { sources, type Source } from '../domain/request.ts'
import { seeSourceDays } from './source-days.ts'
import { offersByKind } from './source-rule-port.ts'

type Option = SourceOption & Omit<SourceAdvice, 'advised'>
type Advised = { readonly options: readonly Option[]; readonly advised: { readonly option: Option; readonly reason: AdviceReason } | null }

/** What is still to come of a request. */
const leftOf = ({ thousandths, comeThousandths }: RequestData): number => thousandths - comeThousandths
/** Where nobody knows what a unit costs: kinds are then compared by their factors alone. */
const unknownFen = 10_000

/**
 * Every way by which each request may come, the earliest first, and the one that is advised: from the stores that have the part free, by the kinds of orders, from outside suppliers.
 * A unit costs what it costs in the other store, what the supplier said, or the factor of its kind on what was last paid. A source without any of them has its usual days, and is not advised: nothing can be ordered there now.
 */
async function adviseEach(reading: Reading, requests: readonly RequestData[]): Promise<ReadonlyMap<string, Advised>> {
  const { tx, by, now } = reading
  if (requests.length === 0) return new Map()
  const partIds = [...new Set(requests.map(({ partId }) => partId))]
  const [{ days }, paid, offersOf] = [await seeSourceDays(reading), await lastPaidCosts(tx, by.storeId, partIds), await offersByKind(reading, requests)]
  const elsewhere = Map.groupBy(await freeElsewhere(tx, by.storeId, partIds), ({ partId }) => partId)
  const today = localDay(now, by.timeZone)
  const seesCost = may(by, stockPermissions.seeCost.permission)
  return new Map(requests.map((request): [string, Advised] => {
    const [left, stores, offers, paidFen] = [leftOf(request), elsewhere.get(request.partId) ?? [], offersOf(request), paid.get(request.partId) ?? null]
    const baseFen = paidFen ?? least([...stores.map(({ unitCostFen }) => unitCostFen), ...offers.map(({ quotedFen }) => quotedFen)]) ?? unknownFen
    const optionOf = (way: Omit<Option, 'unitCostFen' | 'totalFen' | 'fits' | 'comparedFen'>, knownFen: Fen | null, comparedFen: Fen): Option => {
      const unitCostFen = seesCost ? knownFen : null
      return { ...way, comparedFen, unitCostFen, totalFen: unitCostFen === null ? null : lineAmount(unitCostFen, left), fits: fitsRequest({ origin: request.origin, thousandths: left }, way) }
    }
    const usual = (source: Source) => ({ key: source, source, code: null, nameZh: '', nameEn: '', supplier: '', orderOn: today, eta: addDays(today, days[source]), free: null, needsJob: false, deposit: null })
    const options = [
      ...stores.map(({ storeId, nameZh, nameEn, free, unitCostFen }) => optionOf({ ...usual('transfer'), key: storeId, nameZh, nameEn, supplier: nameZh, free }, unitCostFen, unitCostFen ?? baseFen)),
      ...offers.map(({ pricePercent, quotedFen, ...offer }) => optionOf({ ...offer, key: `${offer.code} ${offer.supplier}`, free: null },
        quotedFen ?? (paidFen === null ? null : costBy(paidFen, { pricePercent })), quotedFen ?? costBy(baseFen, { pricePercent }))),
    ]
    const silent = sources.filter((source) => options.every((option) => option.source !== source)).map((source) => ({ ...optionOf(usual(source), null, baseFen), fits: false }))
    const all = [...options, ...silent].toSorted(byDay)
    return [request.id, { options: all, advised: adviseSource(all, request.urgency) }]
  }))
}

const least = (costs: readonly (Fen | null)[]): Fen | null => costs.reduce((best, cost) => (best === null || (cost !== null && cost < best) ? cost : best), null)

const withoutCompared = ({ comparedFen: _, ...option }: Option): Omit<SourceAdvice, 'advised'> => option

/** For who sets the source of one: all of them side by side (PTS-1.3). */
export async function adviseSources(reading: Reading, requestId: string): Promise<AnswerOf<typeof route>> {
  const request = found((await findRequests(reading.tx, reading.by.storeId, [requestId]))[0], 'purchase request')
  const { options, advised } = found((await adviseEach(reading, [request])).get(request.id), 'purchase request')
  return { thousandths: leftOf(request), reason: advised?.reason ?? null, rows: options.map((option) => ({ ...withoutCompared(option), advised: option === advised?.option })) }
}

/** For a board of many: the one that is advised to each. */
export async function adviceFor(reading: Reading, requests: readonly RequestData[]): Promise<ReadonlyMap<string, Omit<SourceAdvice, 'advised'>>> {
  const each = await adviseEach(reading, requests)
  return new Map([...each].flatMap(([id, { advised }]) => (advised === null ? [] : [[id, withoutCompared(advised.option)] as const])))
}
