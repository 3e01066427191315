import { found, Refusal, refuse, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import { partPrice } from '../../catalogue/domain/price-by-payer.ts'
import { leastPrice } from '../../catalogue/domain/margin.ts'
import { findOperations, labourRateOn, partPricesOn, vatRatesOn } from '../../catalogue/public.ts'
import { lastPaidCosts, unitCostOf } from '../../stock/public.ts'
import { amountOf, type PriceRule } from '../domain/lines.ts'
import type { NewLine } from '../data/lines.ts'
import { floorReason } from '../domain/floor-reason.ts'
import type { ChosenWish } from './choose-numbers.ts'
import { floorsOf, offersOn } from './pricing-port.ts'

export type LineWish =
  | { readonly kind: 'labour'; readonly operationId: string; readonly payer: Payer; readonly hoursThousandths?: number | undefined; readonly priceFollows?: boolean | undefined }
  | { readonly kind: 'part'; readonly partId: string; readonly payer: Payer; readonly quantityThousandths: number; readonly manual?: ManualPrice | undefined }
  | { readonly kind: 'sublet'; readonly name: string; readonly supplier: string; readonly payer: Payer; readonly costFen: number; readonly priceFen: number }

/** A price off the rule: it needs a reason, and an approver other than who asked (rules.md, Money). */
export type ManualPrice = { readonly priceFen: number; readonly reason: string }

type Priced = { readonly fen: number; readonly rule: PriceRule; readonly reason: string | null }

/** Everything that prices depend on, read once for any number of lines. */
export async function priceBook(deed: Pick<Reading, 'tx' | 'by' | 'now'>, insurerName: string, wishes: readonly LineWish[]) {
  const { tx, by, now } = deed
  const day = localDay(now, by.timeZone)
  const partIds = [...new Set(wishes.flatMap((wish) => (wish.kind === 'part' ? [wish.partId] : [])))]
  const operationIds = [...new Set(wishes.flatMap((wish) => (wish.kind === 'labour' ? [wish.operationId] : [])))]
  const byCost = wishes.some((wish) => wish.kind === 'part' && (wish.payer === 'goodwill' || wish.payer === 'internal'))
  const [parts, costs, operations, rates, offers, leastOf] = await Promise.all([
    partIds.length === 0 ? [] : partPricesOn(tx, partIds, day),
    byCost ? unitCostOf(tx, by.storeId, partIds) : [],
    operationIds.length === 0 ? [] : findOperations(tx, operationIds),
    operationIds.length === 0 ? [] : labourRateOn(tx, by.storeId, day),
    wishes.some((wish) => wish.kind === 'part' && wish.payer === 'customer') ? offersOn(tx, by.storeId, partIds, day) : [],
    leastPrices(deed, partIds, day),
  ])

  const rateOf = (payer: Payer): Priced => {
    if (payer === 'free-maintenance') return { fen: 0, rule: 'free', reason: null }
    const rate = rates.find((row) => row.payer === payer && row.insurerName === (payer === 'insurer' ? insurerName : ''))
      ?? rates.find((row) => row.payer === payer && row.insurerName === '')
    refuseIf(rate === undefined ? new Refusal('repair-orders.no-labour-rate', { payer }) : null)
    return { fen: rate?.rateFen ?? 0, rule: 'rate', reason: null }
  }
  const priceByRule = (partId: string, payer: Payer) => {
    const known = parts.find(({ id }) => id === partId)
    const costFen = costs.find((row) => row.partId === partId)?.unitCostFen ?? null
    return partPrice({ payer, capFen: known?.capFen ?? null, retailFen: known?.retailFen ?? null, claimFen: known?.claimFen ?? null, costFen, offerFen: offers.find((row) => row.partId === partId)?.priceFen ?? null })
  }
  const priceOf = (partId: string, payer: Payer, manual: ManualPrice | undefined): Priced => {
    const price = priceByRule(partId, payer)
    if (manual !== undefined && (price instanceof Refusal || manual.priceFen !== price.fen)) {
      refuseIf(manual.reason.trim() === '' ? new Refusal('repair-orders.deviation-needs-reason') : null)
      return { fen: manual.priceFen, rule: 'manual', reason: manual.reason }
    }
    if (price instanceof Refusal) return refuse(price)
    // A promotion was priced under its own rule; whatever else falls below the store's floor is a deviation that somebody approves.
    const least = leastOf(partId, payer)
    return price.rule !== 'promotion' && price.fen < least.fen ? { fen: price.fen, rule: 'manual', reason: least.reason } : { ...price, reason: null }
  }
  return {
    partOf: (id: string) => found(parts.find((part) => part.id === id), 'part'),
    operationOf: (id: string) => found(operations.find((operation) => operation.id === id), 'labour operation'),
    rateOf, priceOf,
    /** What the rule says, or null where it knows no price. */
    ruleOf: (partId: string, payer: Payer) => {
      const price = priceByRule(partId, payer)
      return price instanceof Refusal ? null : price
    },
    /** What the store's floor asks at least; 0 where none is kept or the cost is not known. */
    leastOf,
  }
}

/** What the rule says today for each part that stands at a price of its own; null where it knows none. For who decides on the price. */
export async function rulePrices(reading: Reading, lines: readonly { readonly id: string; readonly partId: string | null; readonly payer: Payer }[]): Promise<Map<string, number | null>> {
  const wishes = lines.flatMap(({ partId, payer }): LineWish[] => (partId === null ? [] : [{ kind: 'part', partId, payer, quantityThousandths: 1_000 }]))
  const { ruleOf } = await priceBook(reading, '', wishes)
  return new Map(lines.map(({ id, partId, payer }) => [id, partId === null ? null : ruleOf(partId, payer)?.fen ?? null]))
}

/** By the store's floor for the payer and what a unit costs: of what lies here, else as it was last paid for. Nothing is asked of the database where no floor is kept. */
async function leastPrices({ tx, by }: Pick<Reading, 'tx' | 'by' | 'now'>, partIds: readonly string[], day: string) {
  const floors = partIds.length === 0 ? [] : await floorsOf(tx, by.storeId)
  const [here, paid, rates] = floors.length === 0 ? [[], new Map<string, number>(), []] : await Promise.all([unitCostOf(tx, by.storeId, partIds), lastPaidCosts(tx, by.storeId, partIds), vatRatesOn(tx, by.storeId, day)])
  const vat = rates.find(({ lineKind }) => lineKind === 'part')?.percent ?? 0
  return (partId: string, payer: Payer): { readonly fen: number; readonly reason: string } => {
    const floor = floors.find((one) => one.payer === payer)
    const unitCostFen = here.find((row) => row.partId === partId)?.unitCostFen ?? paid.get(partId) ?? null
    if (floor === undefined || unitCostFen === null) return { fen: 0, reason: '' }
    return { fen: leastPrice(unitCostFen, floor.percent, vat), reason: floorReason(floor.percent) }
  }
}

export type Book = Omit<Awaited<ReturnType<typeof priceBook>>, 'ruleOf' | 'leastOf'>

/** A wish with its price: ready to be written. */
export function pricedLine(deed: Pick<Deed, 'newId'>, orderId: string, book: Book, wish: ChosenWish): NewLine {
  const nothing = { operationId: null, partId: null, trade: null, deviationReason: null, supplier: null, costFen: null, discountFen: 0, insteadOf: null, package: null }
  const base = { ...nothing, id: deed.newId(), orderId, payer: wish.payer }
  switch (wish.kind) {
    case 'labour': {
      const { id: operationId, code, nameZh, nameEn, trade, standardHoursThousandths } = book.operationOf(wish.operationId)
      const quantityThousandths = wish.hoursThousandths ?? standardHoursThousandths
      const { fen, rule } = wish.priceFollows === true ? { fen: 0, rule: 'follows' as const } : book.rateOf(wish.payer)
      return { ...base, kind: 'labour', operationId, code, nameZh, nameEn, trade, unit: '工时', quantityThousandths, unitPriceFen: fen, amountFen: amountOf(fen, quantityThousandths, 0), priceRule: rule }
    }
    case 'part': {
      const { id: partId, number, nameZh, nameEn, unit } = book.partOf(wish.partId)
      const { fen, rule, reason } = book.priceOf(partId, wish.payer, wish.manual)
      return {
        ...base, kind: 'part', partId, code: number, nameZh, nameEn, unit, quantityThousandths: wish.quantityThousandths, unitPriceFen: fen,
        amountFen: amountOf(fen, wish.quantityThousandths, 0), priceRule: rule, deviationReason: reason, insteadOf: wish.insteadOf ?? null,
      }
    }
    case 'sublet':
      return {
        ...base, kind: 'sublet', code: '', nameZh: wish.name, nameEn: wish.name, unit: '项', quantityThousandths: 1_000, unitPriceFen: wish.priceFen,
        amountFen: wish.priceFen, priceRule: 'retail', supplier: wish.supplier, costFen: wish.costFen,
      }
  }
}
