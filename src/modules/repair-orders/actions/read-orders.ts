import { may } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { customerPermissions } from '../../customers/permissions.ts'
import { contactPhone } from '../../customers/public.ts'
import { availabilityOf, issuedOf, reservationsOfOrder } from '../../stock/public.ts'
import { normalPlate } from '../../vehicles/domain/plate.ts'
import type { listOrders as listRoute, OrderLine, OrderRow, OrderView } from '../contract.ts'
import * as added from '../data/added-work.ts'
import * as lines from '../data/lines.ts'
import * as data from '../data/orders.ts'
import { findAuthorisation, findReception } from '../data/receptions.ts'
import { whyNotEditLines } from '../domain/lines.ts'
import { isExpired } from '../domain/quote.ts'
import { needsPhone } from '../domain/phone.ts'
import { repairOrderPermissions } from '../permissions.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

function rowOf(order: data.OrderData): OrderRow {
  const { closedReason: _, vehicleId: _v, ownerId: _o, pickUpCode: _p, quotedPhone: _q, ...row } = order
  return { ...row, arrivedAt: iso(order.arrivedAt), promisedAt: iso(order.promisedAt), closedAt: iso(order.closedAt) }
}

export async function listOrders({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const find = query.find === undefined || query.find === '' ? null : { sign: normalPlate(query.find), owner: query.find }
  const orders = await data.listOrders(tx, by.storeId, {
    group: query.group, advisorId: query.mine === 'yes' ? by.personId : null, find, after: query.after ?? null, limit: query.limit + 1,
  })
  const counts = await data.countOpen(tx, by.storeId)
  const rows = orders.slice(0, query.limit).map(rowOf)
  return { rows, next: orders.length > query.limit ? (rows.at(-1)?.id ?? null) : null, counts }
}

/** By the end of a plate or of an order's number; at least three places, as fewer fit half the store. */
export async function findOrdersBySign({ tx, by }: Reading, typed: string, limit: number): Promise<OrderRow[]> {
  const find = normalPlate(typed)
  return [...find].length < 3 ? [] : (await data.ordersBySign(tx, by.storeId, find, limit)).map(rowOf)
}

export async function seeOrder(reading: Reading, orderId: string): Promise<OrderView> {
  const { tx, by, now } = reading
  const order = found(await data.findOrder(tx, by.storeId, orderId), 'repair order')
  const steps = await data.listSteps(tx, by.storeId, orderId)
  const reception = await findReception(tx, by.storeId, orderId)
  const authorisation = await findAuthorisation(tx, by.storeId, orderId)
  const work = await added.addedWorkOf(tx, by.storeId, [orderId])
  const recommended = order.closedAt === null ? await added.recommendationsFor(tx, by.storeId, { plate: order.plate, orderId, own: whyNotEditLines(order) === null }) : []
  const phoneFor = (phone: string): string => contactPhone(by, phone, needsPhone({ personId: by.personId, mayReveal: may(by, customerPermissions.revealPhone.permission), mayReceive: may(by, repairOrderPermissions.receive.permission) }, order))
  return {
    ...rowOf(order), closedReason: order.closedReason, vehicleId: order.vehicleId, ownerId: order.ownerId, quotedPhone: phoneFor(order.quotedPhone),
    quoteExpired: order.status === 'quoted' && order.quotedUntil !== null && isExpired(order.quotedUntil, localDay(now, by.timeZone)),
    lines: await linesWithStock(reading, orderId),
    reception: reception === null ? null : { ...reception, senderPhone: phoneFor(reception.senderPhone), receivedAt: reception.receivedAt.toISOString() },
    authorisation: authorisation === null ? null : { ...authorisation, at: authorisation.at.toISOString(), promisedAt: authorisation.promisedAt.toISOString(), earliestAt: iso(authorisation.earliestAt) },
    addedWork: work.map((each) => ({ ...addedWorkView(each), customerPhone: phoneFor(each.customerPhone) })),
    recommendations: recommended.map(({ decidedAt, lines: wished, ...row }) => ({ ...row, refusedAt: found(decidedAt, 'answer').toISOString(), lines: wished.map(addedLine) })),
    steps: steps.map(({ id, fromStatus, toStatus, at, personName, reason }) => ({ id, fromStatus, toStatus, at: at.toISOString(), personName, reason })),
  }
}

const addedLine = ({ id, kind, payer, operationId, partId, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, amountFen }: lines.NewLine) =>
  ({ id, kind, payer, operationId, partId, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, amountFen })

function addedWorkView({ orderId: _, plate: _p, foundBy: _f, foundAt, decidedAt, lines: priced, ...work }: added.AddedWorkData): OrderView['addedWork'][number] {
  return { ...work, foundAt: foundAt.toISOString(), decidedAt: iso(decidedAt), lines: priced.map(addedLine) }
}

/** Beside each part line stands what is reserved, handed out and free. */
export async function linesWithStock({ tx, by }: Pick<Reading, 'tx' | 'by'>, orderId: string): Promise<OrderLine[]> {
  const rows = await lines.listLines(tx, by.storeId, orderId)
  const parts = rows.flatMap(({ partId }) => (partId === null ? [] : [partId]))
  if (parts.length === 0) return rows.map((line) => lineOf(line, 0, 0, 0))
  const reserved = new Map((await reservationsOfOrder(tx, by.storeId, orderId)).map((row) => [row.lineId, row.thousandths]))
  const issued = new Map((await issuedOf(tx, by.storeId, rows.map(({ id }) => id))).map((row) => [row.lineId, row.thousandths]))
  const free = new Map((await availabilityOf(tx, by.storeId, parts)).map((row) => [row.partId, row.onHand - row.reserved]))
  return rows.map((line) => lineOf(line, reserved.get(line.id) ?? 0, issued.get(line.id) ?? 0, line.partId === null ? 0 : (free.get(line.partId) ?? 0)))
}

function lineOf(line: lines.LineData, reserved: number, issued: number, free: number): OrderLine {
  const { orderId: _, costFen: _c, ...shown } = line
  return { ...shown, outAt: iso(line.outAt), backAt: iso(line.backAt), reserved, issued, free }
}
