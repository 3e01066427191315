import { may } from '../../../kernel/actor.ts'
import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { findOrder } from '../../repair-orders/public.ts'
import type { listCreditAccounts as listRoute, seeCreditAccount as seeRoute } from '../contract.ts'
import * as data from '../data/credit.ts'
import { lockStatement, type StatementData } from '../data/statements.ts'
import { whyNotGrantCredit } from '../domain/credit.ts'
import { agesOn, byAge, overdueDays } from '../domain/receivable.ts'
import { settlementPermissions } from '../permissions.ts'

export type CreditWish = { readonly customerId: string; readonly limitFen: number; readonly days: number; readonly version: number; readonly reason: string }

/** How much a customer may owe, and for how long. It changes what is granted from now on, never what was granted. */
export async function setCreditAccount(deed: Deed, wish: CreditWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  found(await data.findDebtor(tx, by.storeId, wish.customerId), 'customer')
  const before = await data.lockCreditAccount(tx, by.storeId, wish.customerId)
  refuseIf(before !== null && wish.version === 0 ? new Refusal('settlement.credit-set-meanwhile') : null)
  refuseStale(before?.version ?? 0, wish.version)
  const { limitFen, days } = wish
  refuseIf(await data.writeCreditAccount(tx, by.storeId, { ...wish, at: now, by: by.name }) === 1 ? null : new Refusal('settlement.credit-set-meanwhile'))
  deed.record({ subject: 'credit-account', subjectId: wish.customerId, ...(before === null ? {} : { before: { limitFen: before.limitFen, days: before.days } }), after: { limitFen, days }, reason: wish.reason })
  deed.announce({ event: 'credit-account.changed', subjectId: wish.customerId })
  return { version: wish.version + 1 }
}

type Grant = { readonly statementId: string; readonly version: number; readonly reason: string }

/** The owner owes it until his due day. Who made the statement does not grant the credit: he asks for it. */
export async function grantCredit(deed: Deed, { statementId, version, reason }: Grant): Promise<{ version: number }> {
  const { tx, by } = deed
  const statement = found(await lockStatement(tx, by.storeId, statementId), 'statement')
  refuseStale(statement.version, version)
  refuseIf(statement.personId === by.personId ? new Refusal('settlement.own-statement-credit') : null)
  await putOnCredit(deed, statement, reason)
  return { version: version + 1 }
}

/** With the statement locked: the debtor's account is judged, and locked, in the transaction that grants. */
export async function putOnCredit(deed: Deed, statement: StatementData, reason: string): Promise<void> {
  const { tx, by, now } = deed
  const order = found(await findOrder(tx, by.storeId, statement.orderId), 'repair order')
  const account = order.ownerId === null ? null : await data.lockCreditAccount(tx, by.storeId, order.ownerId)
  const usedFen = order.ownerId === null ? 0 : await data.owedOnCredit(tx, by.storeId, order.ownerId)
  refuseIf(whyNotGrantCredit({
    payer: statement.payer, reversed: statement.reversedAt !== null, onCredit: statement.creditDueOn !== null, debtorKnown: order.ownerId !== null, dueFen: statement.totalFen - statement.paidFen,
    limitFen: account?.limitFen ?? null, usedFen, mayOverride: may(by, settlementPermissions.overrideCredit.permission), reason,
  }))
  invariant(account !== null && order.ownerId !== null, 'credit is granted to a debtor with an account alone')
  const dueOn = addDays(localDay(now, by.timeZone), account.days)
  await data.putOnCredit(tx, by.storeId, { statementId: statement.id, debtorId: order.ownerId, debtorName: order.ownerName, dueOn })
  deed.record({ subject: 'statement', subjectId: statement.id, after: { creditDueOn: dueOn, owedFen: statement.totalFen - statement.paidFen }, reason })
  deed.announce({ event: 'statement.on-credit', subjectId: order.id })
}

export async function listCreditAccounts({ tx, by, now }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const today = localDay(now, by.timeZone)
  const rows = await data.listCreditAccounts(tx, by.storeId, { find: query.find ?? '', customerId: query.customerId ?? null, after: query.after ?? null, limit: query.limit + 1 })
  const open = await data.creditByAge(tx, by.storeId, agesOn(today))
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map((row) => ({ ...row, overdueDays: row.dueOn === null ? 0 : overdueDays(row.dueOn, today) })), next: rows.length > query.limit ? (shown.at(-1)?.customerId ?? null) : null,
    ages: byAge(open),
  }
}

export async function seeCreditAccount({ tx, by, now }: Reading, customerId: string): Promise<AnswerOf<typeof seeRoute>> {
  const today = localDay(now, by.timeZone)
  const account = found(await data.findCreditAccount(tx, by.storeId, customerId), 'credit account')
  const owed = await data.owedBy(tx, by.storeId, customerId)
  return {
    ...account, overdueDays: account.dueOn === null ? 0 : overdueDays(account.dueOn, today),
    owed: owed.map((statement) => ({ ...statement, dueFen: statement.totalFen - statement.paidFen, overdueDays: overdueDays(statement.dueOn, today) })),
  }
}
