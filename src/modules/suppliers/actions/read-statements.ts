import { may } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { standingRequest } from '../../approvals/public.ts'
import { monthOf } from '../../parts-orders/domain/calendar.ts'
import type { listStatements as listRoute, seeStatement as seeRoute, StatementRow } from '../contract.ts'
import { paymentsOf } from '../data/payments.ts'
import * as data from '../data/statements.ts'
import { supplierPermissions } from '../permissions.ts'
import { isOwnSignature } from './payments.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const rowOf = ({ id, number, status, supplierName, maker, month, agreedFen, taxFen, version }: data.StatementData, left: number): StatementRow =>
  ({ id, number, status, supplierName, maker, month: monthOf(month), agreedFen, taxFen, left, version })

export async function listStatements({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const listed = await data.listStatements(tx, by.storeId, { group: query.group, find: query.find, after: query.after ?? null, limit: query.limit + 1 })
  const rows = listed.slice(0, query.limit).map((statement) => rowOf(statement, statement.left))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

export async function seeStatement(reading: Reading, statementId: string): Promise<AnswerOf<typeof seeRoute>> {
  const { tx, by } = reading
  const statement = found(await data.findStatement(tx, by.storeId, statementId), 'statement')
  const [lines, payments] = await Promise.all([data.linesOf(tx, by.storeId, statementId), paymentsOf(tx, by.storeId, statementId)])
  const { closedByName, invoiceNumber, invoiceDay, askedByName, signedByName, words, openedByName, supplierId } = statement
  return {
    ...rowOf(statement, lines.filter(({ state }) => state !== 'settled').length), supplierId, openedAt: statement.openedAt.toISOString(), openedByName, closedAt: iso(statement.closedAt), closedByName, invoiceNumber, invoiceDay,
    askedAt: iso(statement.askedAt), askedByName, signedAt: iso(statement.signedAt), signedByName, words,
    lines: lines.map((line) => ({ ...line, saidAt: iso(line.saidAt) })), payments: payments.map((payment) => ({ ...payment, at: payment.at.toISOString() })),
    reversed: statement.status === 'closed' || statement.status === 'signed' ? await data.reversedSince(tx, by.storeId, statement) : null,
    ownSignature: statement.status === 'signed' && await isOwnSignature(reading, statementId), request: statement.status === 'asked' ? await requestFor(reading, statementId) : null,
  }
}

/** The signature that waits for this very person. */
async function requestFor({ tx, by }: Reading, statementId: string): Promise<AnswerOf<typeof seeRoute>['request']> {
  const request = await standingRequest(tx, by.storeId, 'supplier-payment', statementId)
  if (request === null || request.state !== 'asked') return null
  const own = request.personId === by.personId
  return own || may(by, supplierPermissions.signPayment.permission) ? { id: request.id, version: request.version, own } : null
}
