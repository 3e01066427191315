import type { z } from 'zod'
import { found } from '../../../kernel/refusal.ts'
import { localDay, type LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { standingRequest } from '../../approvals/public.ts'
import { findOrder, findOrdersBySign, nextServiceOf } from '../../repair-orders/public.ts'
import type { deliveryView, listStatements as listRoute, seeSettlement as settlementRoute, seeStatement as statementRoute, StatementRow } from '../contract.ts'
import { findDeposit, usedIn } from '../data/deposits.ts'
import * as payments from '../data/payments.ts'
import * as data from '../data/statements.ts'
import { callTimeOf } from '../domain/call-time.ts'
import { agesOn, byAge, dueDayOf, overdueDays, type ClaimTerm } from '../domain/receivable.ts'
import { termsFor } from './claim-terms.ts'

type Dated = { readonly today: LocalDay; readonly terms: readonly ClaimTerm[] }

const datedBy = async (reading: Reading): Promise<Dated> => ({ today: localDay(reading.now, reading.by.timeZone), terms: await termsFor(reading) })

function rowOf(statement: data.StatementData, { today, terms }: Dated): StatementRow {
  const { personId: _, debtorId: _d, grantedBy: _g, grantedByName, ...shown } = statement
  const dueFen = statement.reversedAt === null ? statement.totalFen - statement.paidFen : 0
  const dueOn = dueDayOf(statement, terms)
  return {
    ...shown, allowanceBy: statement.allowanceFen === 0 ? null : grantedByName ?? statement.personName, at: statement.at.toISOString(), reversedAt: statement.reversedAt?.toISOString() ?? null, dueFen,
    dueOn, overdueDays: dueFen > 0 && dueOn !== null ? overdueDays(dueOn, today) : 0,
  }
}

function deliveryOf({ followUpAny, followUpOn, followUpFrom, followUpTo, followUpSlot, ...delivery }: payments.DeliveryData): z.output<typeof deliveryView> {
  return { ...delivery, at: delivery.at.toISOString(), callTime: callTimeOf({ followUpAny, followUpOn, followUpFrom, followUpTo }), callNote: followUpSlot }
}

const mostOrdersFound = 200

export async function listStatements(reading: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by } = reading
  const dated = await datedBy(reading)
  const find = query.find?.trim() ?? ''
  const found_ = find === '' ? null : { orderIds: (await findOrdersBySign(reading, find, mostOrdersFound)).map(({ id }) => id), number: find.toUpperCase() }
  const statements = await data.listStatements(tx, by.storeId, { due: query.due === 'yes', claims: query.claims === 'yes', day: query.day ?? null, found: found_, after: query.after ?? null, limit: query.limit + 1 })
  const rows = statements.slice(0, query.limit).map((statement) => rowOf(statement, dated))
  const open = query.claims === 'yes' ? await data.claimsByAge(tx, by.storeId, agesOn(dated.today)) : []
  return { rows, next: statements.length > query.limit ? (rows.at(-1)?.id ?? null) : null, ages: query.claims === 'yes' ? byAge(open) : [] }
}

export async function seeStatement(reading: Reading, statementId: string): Promise<AnswerOf<typeof statementRoute>> {
  const { tx, by } = reading
  const statement = found(await data.findStatement(tx, by.storeId, statementId), 'statement')
  const lines = await data.linesOfStatement(tx, by.storeId, statementId)
  const paid = await payments.paymentsOf(tx, by.storeId, statementId)
  return {
    ...rowOf(statement, await datedBy(reading)), lines: lines.map(({ statementId: _, ...line }) => line),
    payments: paid.map(payments.asShown), depositFen: await usedIn(tx, by.storeId, statementId),
  }
}

/** What of an order is settled, paid and delivered. */
export async function seeSettlement(reading: Reading, orderId: string): Promise<AnswerOf<typeof settlementRoute>> {
  const { tx, by } = reading
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const dated = await datedBy(reading)
  const statements = await data.statementsOfOrder(tx, by.storeId, orderId)
  const delivery = await payments.findDelivery(tx, by.storeId, orderId)
  const deposit = await findDeposit(tx, by.storeId, orderId)
  const allowance = await standingRequest(tx, by.storeId, 'allowance', orderId)
  return {
    orderId, status: order.status, version: order.version, statements: statements.map((statement) => rowOf(statement, dated)), heldFen: deposit === null ? 0 : deposit.takenFen - deposit.usedFen,
    allowance: allowance === null ? null : { amountFen: allowance.amountFen, reason: allowance.reason, grantedBy: allowance.decidedByName },
    delivery: delivery === null ? null : deliveryOf(delivery),
    nextService: order.status === 'settled' && delivery === null ? await nextServiceOf(reading, orderId) : null,
  }
}
