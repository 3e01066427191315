import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { findOrder, linesOfOrders, listLines, lockOrder, ordersInStatus, type LineData, type OrderData } from '../../repair-orders/public.ts'
import { availabilityOf, issuedOf, issueToJob, lotsForIssue, reservationsOfOrder, returnFromJob, type Issued } from '../../stock/public.ts'
import type { UnscannedReason } from '../../stock/domain/unscanned.ts'
import type { listToPick as listRoute, seePicking as seeRoute } from '../contract.ts'
import { whyNotUnscanned } from '../domain/scanning.ts'
import { whyNotPick, whyNotTakeBack } from '../domain/why-not-pick.ts'
import { scanRuleOf } from './rule.ts'

const carOf = (order: OrderData) => ({
  orderId: order.id, number: order.number, plate: order.plate, modelName: order.modelName, status: order.status, advisorName: order.advisorName,
  promisedAt: order.promisedAt?.toISOString() ?? null,
})

type PartLine = LineData & { partId: string }
const partLines = (lines: readonly LineData[]): PartLine[] => lines.flatMap((line) => (line.partId === null ? [] : [{ ...line, partId: line.partId }]))

/** Orders in work with parts still to hand out, the earliest promise first. */
export async function listToPick({ tx, by }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const orders = await ordersInStatus(tx, by.storeId, ['authorised', 'in_work'])
  const lines = partLines(await linesOfOrders(tx, by.storeId, orders.map(({ id }) => id)))
  const issued = new Map((await issuedOf(tx, by.storeId, lines.map(({ id }) => id))).map((row) => [row.lineId, row.thousandths]))
  const ofOrder = Map.groupBy(lines, ({ orderId }) => orderId)
  const rows = orders.flatMap((order) => {
    const own = ofOrder.get(order.id) ?? []
    const open = own.filter(({ id, quantityThousandths }) => (issued.get(id) ?? 0) < quantityThousandths).length
    return own.length === 0 ? [] : [{ ...carOf(order), lines: own.length, open }]
  })
  return { rows: rows.toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0)) }
}

export async function seePicking({ tx, by }: Reading, orderId: string): Promise<AnswerOf<typeof seeRoute>> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const lines = partLines(await listLines(tx, by.storeId, orderId))
  const parts = lines.map(({ partId }) => partId)
  const issued = new Map((await issuedOf(tx, by.storeId, lines.map(({ id }) => id))).map((row) => [row.lineId, row.thousandths]))
  const reserved = new Map((await reservationsOfOrder(tx, by.storeId, orderId)).map((row) => [row.lineId, row.thousandths]))
  const free = new Map((await availabilityOf(tx, by.storeId, parts)).map((row) => [row.partId, row.onHand - row.reserved]))
  const lots = await lotsForIssue(tx, by.storeId, parts)
  return {
    ...carOf(order), scanning: await scanRuleOf({ tx, by }),
    lines: lines.map((line) => ({
      lineId: line.id, partId: line.partId, number: line.code, insteadOf: line.insteadOf, nameZh: line.nameZh, nameEn: line.nameEn, unit: line.unit, payer: line.payer, version: line.version,
      wanted: line.quantityThousandths, issued: issued.get(line.id) ?? 0, reserved: reserved.get(line.id) ?? 0, free: free.get(line.partId) ?? 0,
      lots: lots.filter(({ partId }) => partId === line.partId).slice(0, 5).map(({ lotId, bin, receivedOn, here }) => ({ lotId, bin, receivedOn, here })),
    })),
  }
}

export type PickWish = {
  readonly orderId: string
  readonly lines: readonly { readonly lineId: string; readonly thousandths: number; readonly scannedLotId: string | null; readonly unscannedWhy?: UnscannedReason | null }[]
}

/** Hands out what the customer authorised, all lines or none (PPL-2.x, WHK-3.x). */
export async function issueParts(deed: Deed, { orderId, lines: wishes }: PickWish): Promise<{ number: string; issued: Issued[] }> {
  const { tx, by } = deed
  const [rule, locked, all, handedOut] = await Promise.all([scanRuleOf(deed), lockOrder(tx, by.storeId, orderId), listLines(tx, by.storeId, orderId), issuedOf(tx, by.storeId, wishes.map(({ lineId }) => lineId))])
  const order = found(locked, 'repair order')
  const lines = partLines(all)
  const issued = new Map(handedOut.map((row) => [row.lineId, row.thousandths]))
  refuseIf(new Set(wishes.map(({ lineId }) => lineId)).size === wishes.length ? null : new Refusal('picking.line-twice'))
  const wanted = wishes.map((wish) => {
    const line = found(lines.find(({ id }) => id === wish.lineId), 'line')
    refuseIf(whyNotPick({ status: order.status, part: line.code, wanted: line.quantityThousandths, issued: issued.get(line.id) ?? 0, asked: wish.thousandths }) ?? whyNotUnscanned(rule, line.code, { unscannedWhy: null, ...wish }))
    return { ...wish, partId: line.partId, partNumber: line.code }
  })
  return issueToJob(deed, { orderId, numberKind: 'PK', lines: wanted })
}

export async function takeBackParts(deed: Deed, wish: { orderId: string; lineId: string; thousandths: number; reason: string }): Promise<{ number: string }> {
  const { tx, by } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  refuseIf(whyNotTakeBack(order.status))
  const line = found(partLines(await listLines(tx, by.storeId, wish.orderId)).find(({ id }) => id === wish.lineId), 'line')
  const number = await nextNumber(deed, 'PR')
  await returnFromJob(deed, { ...wish, partId: line.partId, document: number })
  return { number }
}
