import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { allocate, sumOf } from '../../../kernel/money.ts'
import { lockStatement, takePayment } from '../../settlement/public.ts'
import type { Money } from '../../settlement/domain/till.ts'
import type { listMonthly as listRoute, seeMonthly as seeRoute, seeOpenBills as openRoute } from '../contract.ts'
import * as data from '../data/monthly.ts'
import { spread } from '../domain/invoice.ts'

/** First and last day of a month '2026-11'. */
const daysOf = (month: string): { first: string; last: string } => {
  const [year = 0, of = 0] = month.split('-').map(Number)
  const next = of === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(of + 1).padStart(2, '0')}-01`
  return { first: `${month}-01`, last: addDays(next, -1) }
}

const opened = async ({ tx, by }: Reading, customerId: string, month: string): Promise<data.OpenBill[]> => {
  const { first, last } = daysOf(month)
  return data.openBills(tx, by.storeId, customerId, first, last)
}

export async function seeOpenBills(reading: Reading, { query }: InputOf<typeof openRoute>): Promise<AnswerOf<typeof openRoute>> {
  const rows = await opened(reading, query.customerId, query.month)
  return { rows, dueFen: sumOf(rows.map(({ dueFen }) => dueFen)) }
}

/** One paper over all that a customer owes for the cars of a month; what it held stays on record as it was. */
export async function issueMonthly(deed: Deed, { customerId, month }: { customerId: string; month: string }): Promise<{ id: string; number: string }> {
  const { tx, by, now } = deed
  const { name: customerName } = found(await data.findCustomer(tx, by.storeId, customerId), 'customer')
  const bills = await opened(deed, customerId, month)
  refuseIf(bills.length === 0 ? new Refusal('invoicing.nothing-owed') : null)
  const monthly = { id: deed.newId(), number: await nextNumber(deed, 'MS'), customerId, customerName, month, dueFen: sumOf(bills.map(({ dueFen }) => dueFen)), at: now, day: localDay(now, by.timeZone), personId: by.personId, personName: by.name }
  await data.insertMonthly(tx, by.storeId, monthly, bills)
  deed.record({ subject: 'monthly-statement', subjectId: monthly.id, after: { ...monthly, bills: bills.map(({ number, dueFen }) => ({ number, dueFen })) } })
  deed.announce({ event: 'monthly-statement.issued', subjectId: monthly.id })
  return { id: monthly.id, number: monthly.number }
}

export async function listMonthly({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listMonthly(tx, by.storeId, query.after ?? null, query.limit + 1)
  const shown = rows.slice(0, query.limit).map(({ personId: _, ...row }) => ({ ...row, at: row.at.toISOString() }))
  return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
}

export async function seeMonthly({ tx, by }: Reading, monthlyId: string): Promise<AnswerOf<typeof seeRoute>> {
  const { personId: _, ...monthly } = found(await data.findMonthly(tx, by.storeId, monthlyId), 'monthly statement')
  const bills = await data.billsOf(tx, by.storeId, monthlyId)
  return { ...monthly, at: monthly.at.toISOString(), bills, openFen: sumOf(bills.map(({ dueFen }) => dueFen)) }
}

export type CollectWish = Money & { readonly monthlyId: string }

/** One transfer for many cars: the first due first, each statement with its own receipt, never above what is due. */
export async function collectMonthly(deed: Deed, { monthlyId, way, amountFen, reference, feeFen }: CollectWish): Promise<{ receipts: string[] }> {
  const { tx, by } = deed
  found(await data.findMonthly(tx, by.storeId, monthlyId), 'monthly statement')
  // Locked in the order of their ids, as everybody does who takes several; then read as they stand.
  const ids = (await data.billsOf(tx, by.storeId, monthlyId)).map(({ statementId }) => statementId).toSorted()
  const versions = new Map<string, number>()
  for (const id of ids) versions.set(id, found(await lockStatement(tx, by.storeId, id), 'statement').version)
  const { parts, overFen } = spread(amountFen, await data.billsOf(tx, by.storeId, monthlyId))
  refuseIf(overFen > 0 ? new Refusal('invoicing.more-than-due', { due: (amountFen - overFen) / 100 }) : null)
  const receipts: string[] = []
  const fees = allocate(feeFen, parts.map((part) => part.amountFen))
  for (const [index, part] of parts.entries()) {
    receipts.push((await takePayment(deed, { ...part, version: versions.get(part.statementId) ?? 0, way, reference, feeFen: fees[index] ?? 0, keepFen: 0 })).number)
  }
  deed.record({ subject: 'monthly-statement', subjectId: monthlyId, after: { receipts, way, amountFen, feeFen } })
  deed.announce({ event: 'monthly-statement.paid', subjectId: monthlyId })
  return { receipts }
}
