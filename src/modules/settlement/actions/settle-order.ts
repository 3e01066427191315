import { may } from '../../../kernel/actor.ts'
import { found, refuseIf, refuseStale, Refusal } from '../../../kernel/refusal.ts'
import { sumOf } from '../../../kernel/money.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { standingRequest } from '../../approvals/public.ts'
import { vatRatesOn } from '../../catalogue/public.ts'
import { isAbove } from '../../organisation/domain/limits.ts'
import { ownLimit } from '../../organisation/public.ts'
import { portionsOf } from '../../repair-orders/domain/shares.ts'
import { listLines, lockOrder, moveOrder, priceAtCost, type LineData } from '../../repair-orders/public.ts'
import { issuedOf } from '../../stock/public.ts'
import { beforeSettling, figuresOf, insertStatementLines, insertStatements, lockStatement, markReversed } from '../data/statements.ts'
import { usedIn } from '../data/deposits.ts'
import { hasSupplements } from '../data/supplements.ts'
import { statementsFor, whyNotSettle } from '../domain/statement.ts'
import { settlementPermissions } from '../permissions.ts'
import { giveBackDeposit, useDeposit } from './deposits.ts'

export type SettleWish = { readonly orderId: string; readonly version: number; readonly allowanceFen: number; readonly allowanceReason: string }

const nobody = { grantedBy: null, grantedByName: null }

/**
 * One statement per payer, to the fen (product.md, step 13). Goodwill and internal parts take what their lots cost. Payers whose
 * statement still stands after a reversal of another keep it.
 */
export async function settleOrder(deed: Deed, wish: SettleWish): Promise<{ version: number; statements: { id: string; number: string; payer: string; totalFen: number }[] }> {
  const { tx, by, now } = deed
  const day = localDay(now, by.timeZone)
  const [locked, lines, vatRates, before] = await Promise.all([lockOrder(tx, by.storeId, wish.orderId), listLines(tx, by.storeId, wish.orderId), vatRatesOn(tx, by.storeId, day), beforeSettling(tx, by.storeId, wish.orderId)])
  const order = found(locked, 'repair order')
  refuseStale(order.version, wish.version)
  const { partsOff, atCost } = await comparedWithIssued(deed, lines)
  const portions = lines.flatMap((line) => portionsOf({ ...line, amountFen: atCost.get(line.id) ?? line.amountFen }).map((portion) => ({ ...portion, line })))
  const granted = wish.allowanceFen === 0 ? null : await standingRequest(tx, by.storeId, 'allowance', order.id)
  const grantedFen = granted?.state === 'approved' ? granted.amountFen : 0
  refuseIf(whyNotSettle({
    ...wish, status: order.status, partsOff, grantedFen, mayAllow: may(by, settlementPermissions.allow.permission),
    customerFen: sumOf(portions.filter(({ payer }) => payer === 'customer').map(({ amountFen }) => amountFen)),
    subletOut: lines.filter(({ kind, backAt }) => kind === 'sublet' && backAt === null).length,
    priceFollows: lines.filter(({ priceRule }) => priceRule === 'follows').length,
  }))
  if (wish.allowanceFen > grantedFen) {
    const limit = await ownLimit(deed, 'allowance')
    refuseIf(isAbove(wish.allowanceFen, limit) ? new Refusal('settlement.allowance-above-limit', { limit: (limit ?? 0) / 100 }) : null)
  }
  if (atCost.size > 0) await priceAtCost(tx, by.storeId, [...atCost].map(([lineId, amountFen]) => ({ lineId, amountFen })))
  const vat = new Map(vatRates.map((rate) => [rate.lineKind as string, rate.percent]))
  const standing = new Set<string>(before.standing)
  const settled = portions.filter(({ payer }) => !standing.has(payer)).map(({ payer, amountFen, line }) => {
    const vatPercent = vat.get(line.kind)
    refuseIf(vatPercent === undefined ? new Refusal('settlement.no-vat-rate', { kind: line.kind }) : null)
    return { lineId: line.id, payer, amountFen, vatPercent: vatPercent ?? 0 }
  })
  const [moved, ...statements] = await Promise.all([
    moveOrder(deed, order, 'settled'),
    ...statementsFor(settled, standing.has('customer') ? 0 : wish.allowanceFen).map(async (figures) => ({ figures, id: deed.newId(), number: await nextNumber(deed, 'ST') })),
  ])
  const granter = granted !== null && wish.allowanceFen <= grantedFen ? { grantedBy: granted.decidedBy, grantedByName: granted.decidedByName } : nobody
  const heads = statements.map(({ id, number, figures }) => ({
    id, number, orderId: order.id, orderNumber: order.number, payer: figures.payer, plate: order.plate, at: now, day, personId: by.personId, personName: by.name,
    payerName: figures.payer === 'customer' ? order.ownerName : figures.payer === 'insurer' ? order.insurerName : '', ...figuresOf(figures),
    allowanceReason: figures.allowanceFen > 0 ? wish.allowanceReason : null, ...figures.allowanceFen > 0 ? granter : nobody, supplementOf: null, supplementReason: null,
  }))
  const bodies = statements.flatMap(({ id: statementId, figures }) => figures.lines.map(({ lineId, amountFen, allowanceFen, vatPercent, netFen, taxFen }) => {
    const { kind, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, discountFen, shares, amountFen: whole } = found(lines.find(({ id }) => id === lineId), 'line')
    return { lineAmountFen: shares.length === 0 ? null : atCost.get(lineId) ?? whole, statementId, lineId, kind, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, discountFen, amountFen, allowanceFen, vatPercent, netFen, taxFen }
  }))
  await Promise.all([insertStatements(tx, by.storeId, heads), insertStatementLines(tx, by.storeId, bodies)])
  const made = statements.map(({ id, number, figures }) => ({ id, number, payer: figures.payer, totalFen: figures.totalFen }))
  const own = made.find(({ payer }) => payer === 'customer')
  if (own !== undefined) await useDeposit(deed, order.id, before.heldFen, own)
  deed.record({ subject: 'repair-order', subjectId: order.id, after: { statements: made, allowanceFen: wish.allowanceFen }, reason: wish.allowanceReason })
  deed.announce({ event: 'statement.made', subjectId: order.id })
  return { ...moved, statements: made }
}

/** Part lines whose quantity differs from what was handed out; and what lines priced at cost really cost. */
async function comparedWithIssued({ tx, by }: Deed, lines: readonly LineData[]): Promise<{ partsOff: string[]; atCost: Map<string, number> }> {
  const parts = lines.filter(({ kind }) => kind === 'part')
  const issued = new Map((parts.length === 0 ? [] : await issuedOf(tx, by.storeId, parts.map(({ id }) => id))).map((row) => [row.lineId, row]))
  const byCost = parts.filter(({ priceRule }) => priceRule === 'cost')
  return {
    partsOff: parts.filter(({ id, quantityThousandths }) => (issued.get(id)?.thousandths ?? 0) !== quantityThousandths).map(({ code }) => code),
    atCost: new Map(byCost.map(({ id }) => [id, issued.get(id)?.costFen ?? 0])),
  }
}

/** What only a later module knows: whether an invoice still stands for a statement. */
type Invoices = { refuseInvoiced(deed: Deed, statementId: string): Promise<void> }
let invoices: Invoices = { refuseInvoiced: () => Promise.resolve() }
export const registerInvoices = (registered: Invoices): void => { invoices = registered }
export const refuseInvoiced = (deed: Deed, statementId: string): Promise<void> => invoices.refuseInvoiced(deed, statementId)

/** Wrong statement: reversed by somebody else than who made it, payments first (rules.md, Reversal). The order opens again; parts stay issued. */
export async function reverseStatement(deed: Deed, { statementId, version, reason }: { statementId: string; version: number; reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const seen = found(await lockStatement(tx, by.storeId, statementId), 'statement')
  refuseStale(seen.version, version)
  refuseIf(seen.reversedAt === null ? null : new Refusal('settlement.reversed'))
  refuseIf(seen.personId === by.personId ? new Refusal('settlement.own-statement') : null)
  refuseIf(seen.supplementOf !== null || await hasSupplements(tx, by.storeId, seen.id) ? new Refusal('settlement.has-supplement') : null)
  await refuseInvoiced(deed, seen.id)
  const depositFen = await usedIn(tx, by.storeId, seen.id)
  refuseIf(seen.paidFen === depositFen ? null : new Refusal('settlement.refund-first', { paid: (seen.paidFen - depositFen) / 100 }))
  const order = found(await lockOrder(tx, by.storeId, seen.orderId), 'repair order')
  refuseIf(order.status === 'delivered' ? new Refusal('settlement.delivered-already') : null)
  await giveBackDeposit(deed, order.id, seen.id, depositFen)
  await markReversed(tx, by.storeId, { id: seen.id, at: now, by: by.personId, reason })
  deed.record({ subject: 'statement', subjectId: seen.id, before: { totalFen: seen.totalFen }, after: { reversed: true }, reason })
  deed.announce({ event: 'statement.reversed', subjectId: order.id })
  if (order.status === 'settled') await moveOrder(deed, order, 'ready', reason)
  return { version: seen.version + (depositFen > 0 ? 2 : 1) }
}
