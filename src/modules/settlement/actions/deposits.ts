import { found, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { findOrder, findOrdersBySign, lockOrder, ordersOf } from '../../repair-orders/public.ts'
import type { listDeposits as listRoute, seeDeposit as seeRoute } from '../contract.ts'
import * as data from '../data/deposits.ts'
import * as payments from '../data/payments.ts'
import { addPaid } from '../data/statements.ts'
import { lockTill } from '../data/tills.ts'
import { usedOf, whyNotDeposit } from '../domain/deposit.ts'
import { tillState, type Money } from '../domain/till.ts'

export type DepositWish = Money & { readonly orderId: string }

/** Money before there is a statement: it belongs to the customer and this visit until it is used or goes back. */
export async function takeDeposit(deed: Deed, wish: DepositWish): Promise<{ number: string; dueFen: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  const till = tillState(await lockTill(tx, by.storeId, localDay(now, by.timeZone), false))
  refuseIf(whyNotDeposit({ ...wish, status: order.status, till }))
  const { orderId: _, ...money } = wish
  return { number: await keepFor(deed, order.id, money), dueFen: 0 }
}

/** Books a deposit with its receipt; the order is locked, and the rules were asked. */
export async function keepFor(deed: Deed, orderId: string, money: Money): Promise<string> {
  const { tx, by, now } = deed
  await data.addTaken(tx, by.storeId, orderId, money.amountFen)
  const number = await nextNumber(deed, 'RC')
  await payments.insertPayment(tx, by.storeId, {
    ...money, id: deed.newId(), number, statementId: null, receivableId: null, depositOrderId: orderId, at: now, day: localDay(now, by.timeZone), personId: by.personId, personName: by.name, refunds: null, reason: '',
  })
  deed.record({ subject: 'repair-order', subjectId: orderId, after: { deposit: number, way: money.way, amountFen: money.amountFen, feeFen: money.feeFen } })
  deed.announce({ event: 'statement.deposit-taken', subjectId: orderId })
  return number
}

/** At the settlement, before any payment: what the customer gave goes into his statement. */
export async function useDeposit(deed: Deed, orderId: string, heldFen: number, statement: { readonly id: string; readonly totalFen: number }): Promise<void> {
  const amountFen = usedOf(heldFen, statement.totalFen)
  if (amountFen > 0) await bookUse(deed, orderId, statement.id, amountFen)
}

/** A statement that is reversed gives back what of the deposit went into it; the customer has it in hand again. */
export async function giveBackDeposit(deed: Deed, orderId: string, statementId: string, usedFen: number): Promise<void> {
  if (usedFen > 0) await bookUse(deed, orderId, statementId, -usedFen)
}

async function bookUse(deed: Deed, orderId: string, statementId: string, amountFen: number): Promise<void> {
  const { tx, by, now } = deed
  await data.insertUse(tx, by.storeId, { id: deed.newId(), orderId, statementId, at: now, personId: by.personId, personName: by.name, amountFen })
  await addPaid(tx, by.storeId, statementId, amountFen)
  deed.record({ subject: 'statement', subjectId: statementId, after: { depositUsedFen: amountFen } })
}

type Row = AnswerOf<typeof listRoute>['rows'][number]

const rowOf = ({ id, number, plate, ownerName, status }: Pick<Row, 'id' | 'number' | 'plate' | 'ownerName' | 'status'>, state: data.DepositState | undefined): Row => {
  const { takenFen, usedFen } = state ?? { takenFen: 0, usedFen: 0 }
  return { id, number, plate, ownerName, status, takenFen, usedFen, heldFen: takenFen - usedFen }
}

/** Whose money is in hand; or, searched by plate or number tail, the orders for which some may be taken. */
export async function listDeposits(reading: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by } = reading
  if (query.find !== undefined && query.find !== '') {
    const orders = await findOrdersBySign(reading, query.find, query.limit)
    const states = await data.depositsOf(tx, by.storeId, orders.map(({ id }) => id))
    return { rows: orders.map((order) => rowOf(order, states.find(({ orderId }) => orderId === order.id))), next: null }
  }
  const states = await data.listHeld(tx, by.storeId, { after: query.after ?? null, limit: query.limit + 1 })
  const shown = states.slice(0, query.limit)
  const orders = await ordersOf(tx, by.storeId, shown.map(({ orderId }) => orderId))
  return {
    rows: shown.map((state) => rowOf(found(orders.find(({ id }) => id === state.orderId), 'repair order'), state)), next: states.length > query.limit ? (shown.at(-1)?.orderId ?? null) : null,
  }
}

export async function seeDeposit({ tx, by }: Reading, orderId: string): Promise<AnswerOf<typeof seeRoute>> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const given = await payments.paymentsOfDeposit(tx, by.storeId, orderId)
  return { ...rowOf(order, (await data.findDeposit(tx, by.storeId, orderId)) ?? undefined), payments: given.map(payments.asShown) }
}
