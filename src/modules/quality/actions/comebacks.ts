import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay, spanOfMonth } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { listLines, lockOrder, setPayer, type OrderData } from '../../repair-orders/public.ts'
import type { ComebackRow, countByTechnician as countsRoute, listComebacks as listRoute, listReworks as reworksRoute } from '../contract.ts'
import * as data from '../data/comebacks.ts'
import { whyNotAuthoriseWith, whyNotDecide, whyNotMark, whyNotPropose, whyNotWithdraw, type Cause, type ComebackPayer, type ComebackStatus } from '../domain/comeback.ts'
import { guaranteesOfCar } from './guarantee.ts'

/** What the authorisation of an order waits for (port of repair-orders). */
export const whyNotAuthorise = async (tx: Tx, storeId: string, orderId: string): Promise<Refusal | null> => whyNotAuthoriseWith(await data.payersOfComebacks(tx, storeId, orderId))

export const rowOf = ({ proposedAt, decidedAt, ...comeback }: data.ComebackData): ComebackRow => ({ ...comeback, proposedAt: proposedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null })

export type ComebackWish = { readonly orderId: string; readonly firstLineId: string; readonly words: string; readonly lineIds: readonly string[] }

/** The advisor sees that the same trouble is back within its guarantee; who pays is the workshop supervisor's word. */
export async function proposeComeback(deed: Deed, wish: ComebackWish): Promise<{ id: string; version: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  const item = (await guaranteesOfCar(deed, order.id)).find(({ lineId }) => lineId === wish.firstLineId)
  refuseIf(whyNotPropose({ orderStatus: order.status, within: item?.within ?? false, words: wish.words }))
  const { orderId: firstOrderId, orderNumber } = found(item ?? null, 'line')
  const comeback = { id: deed.newId(), orderId: order.id, firstOrderId, firstLineId: wish.firstLineId, words: wish.words, proposedAt: now, proposedBy: by.personId, proposedByName: by.name }
  if (await data.insertComeback(tx, by.storeId, comeback) === 0) refuse(new Refusal('quality.comeback-there'))
  await writeMarks(deed, order.id, comeback.id, wish.lineIds)
  deed.record({ subject: 'comeback', subjectId: comeback.id, after: { ...wish, orderNumber: order.number, firstOrderNumber: orderNumber } })
  deed.announce({ event: 'comeback.proposed', subjectId: comeback.id, facts: { orderId: order.id, plate: order.plate } })
  return { id: comeback.id, version: 1 }
}

async function writeMarks({ tx, by }: Deed, orderId: string, comebackId: string, lineIds: readonly string[]): Promise<void> {
  const known = new Set((await listLines(tx, by.storeId, orderId)).map(({ id }) => id))
  refuseIf(lineIds.every((id) => known.has(id)) ? null : new Refusal('platform.not-found', { what: 'line' }))
  const wished = [...new Set(lineIds)]
  await data.clearMarks(tx, by.storeId, comebackId)
  if (wished.length > 0 && await data.insertMarks(tx, by.storeId, comebackId, wished) < wished.length) refuse(new Refusal('quality.line-marked'))
}

type Seen = { readonly comebackId: string; readonly version: number }

/** The order is locked first, as everywhere: two who decide at once wait for each other, and for the customer's yes. */
async function lockSeen({ tx, by }: Deed, { comebackId, version }: Seen): Promise<{ comeback: data.ComebackData; order: OrderData }> {
  const { orderId } = found(await data.findComeback(tx, by.storeId, comebackId), 'comeback')
  const order = found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  const comeback = found(await data.findComeback(tx, by.storeId, comebackId), 'comeback')
  refuseStale(comeback.version, version)
  return { comeback, order }
}

function told(deed: Deed, comeback: data.ComebackData, event: string, after: unknown): { version: number } {
  deed.record({ subject: 'comeback', subjectId: comeback.id, before: { status: comeback.status, payer: comeback.payer }, after })
  deed.announce({ event: `comeback.${event}`, subjectId: comeback.id, facts: { orderId: comeback.orderId, plate: comeback.plate } })
  return { version: comeback.version + 1 }
}

/** Lines that were marked after the decision take its payer at once. */
export async function markLines(deed: Deed, { lineIds, ...seen }: Seen & { readonly lineIds: readonly string[] }): Promise<{ version: number }> {
  const { comeback, order } = await lockSeen(deed, seen)
  refuseIf(whyNotMark({ orderStatus: order.status, status: comeback.status }))
  await writeMarks(deed, order.id, comeback.id, lineIds)
  await data.touchComeback(deed.tx, deed.by.storeId, comeback.id)
  if (comeback.payer !== null && lineIds.length > 0) await setPayer(deed, order.id, lineIds, comeback.payer)
  return told(deed, comeback, 'marked', { lineIds })
}

export type DecisionWish = { readonly payer: ComebackPayer; readonly cause: Cause; readonly technicianId: string | null; readonly reason: string }

export async function decideComeback(deed: Deed, { comebackId, version, ...wish }: Seen & DecisionWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { comeback, order } = await lockSeen(deed, { comebackId, version })
  refuseIf(whyNotDecide({ ...wish, orderStatus: order.status, status: comeback.status, isProposer: comeback.proposedBy === by.personId }))
  const worker = wish.technicianId === null ? null : (await data.workersOf(tx, by.storeId, [comeback.firstOrderId])).find(({ id }) => id === wish.technicianId)
  const technicianName = worker === undefined ? refuse(new Refusal('quality.not-his-work')) : worker?.name ?? ''
  await data.writeDecision(tx, by.storeId, { ...wish, id: comeback.id, technicianName, at: now, by: by.personId, byName: by.name })
  if (comeback.lineIds.length > 0) await setPayer(deed, order.id, comeback.lineIds, wish.payer)
  return told(deed, comeback, 'decided', { ...wish, technicianName })
}

export async function withdrawComeback(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { comeback } = await lockSeen(deed, seen)
  refuseIf(whyNotWithdraw({ status: comeback.status, reason }))
  await data.clearMarks(deed.tx, deed.by.storeId, comeback.id)
  await data.withdrawIt(deed.tx, deed.by.storeId, comeback.id, reason)
  return told(deed, comeback, 'withdrawn', { reason })
}

export type ListWish = { readonly status?: ComebackStatus | undefined; readonly cause?: Cause | undefined; readonly technicianId?: string | undefined; readonly month?: string | undefined; readonly after?: string | undefined; readonly limit: number }

export async function listComebacks({ tx, by }: Reading, { status, cause, technicianId, month, after, limit }: ListWish): Promise<AnswerOf<typeof listRoute>> {
  const { from, until: to } = month === undefined ? { from: null, until: null } : spanOfMonth(month, by.timeZone)
  const rows = await data.listComebacks(tx, by.storeId, { status: status ?? null, cause: cause ?? null, technicianId: technicianId ?? null, from, to, after: after ?? null, limit: limit + 1 })
  return { rows: rows.slice(0, limit).map(rowOf), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

export async function countByTechnician({ tx, by, now }: Reading, wished: string | undefined): Promise<AnswerOf<typeof countsRoute>> {
  const month = wished ?? localDay(now, by.timeZone).slice(0, 7)
  const { from, until: to } = spanOfMonth(month, by.timeZone)
  return { month, ...await data.countDelivered(tx, by.storeId, from, to), rows: await data.countByTechnician(tx, by.storeId, from, to) }
}

/** What stands behind a technician's rework of a month. */
export async function listReworks({ tx, by }: Reading, { technicianId, month }: { technicianId: string; month: string }): Promise<AnswerOf<typeof reworksRoute>> {
  const { from, until: to } = spanOfMonth(month, by.timeZone)
  return { rows: (await data.reworksOf(tx, by.storeId, technicianId, from, to)).map((row) => ({ ...row, at: row.at.toISOString() })) }
}
