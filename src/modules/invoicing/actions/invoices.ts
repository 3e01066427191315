import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { findOrdersBySign } from '../../repair-orders/public.ts'
import { lockStatement, movedFrom } from '../../settlement/public.ts'
import type { listInvoices as listRoute, listToInvoice as waitingRoute } from '../contract.ts'
import * as data from '../data/invoices.ts'
import { whyNotInvoice, whyNotRed } from '../domain/invoice.ts'

export async function listInvoices({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listInvoices(tx, by.storeId, { find: query.find ?? '', after: query.after ?? null, limit: query.limit + 1 })
  const shown = rows.slice(0, query.limit).map(({ personId: _, ...row }) => ({ ...row, at: row.at.toISOString() }))
  return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
}

const mostOrdersFound = 200
/** What is not invoiced for longer is looked for by name, not in a list. */
const listedDays = 366

export async function listToInvoice(reading: Reading, { query }: InputOf<typeof waitingRoute>): Promise<AnswerOf<typeof waitingRoute>> {
  const { tx, by, now } = reading
  const find = query.find?.trim() ?? ''
  const wanted = find === '' ? null : { orderIds: (await findOrdersBySign(reading, find, mostOrdersFound)).map(({ id }) => id), number: find.toUpperCase(), payer: find }
  const bills = await data.listToInvoice(tx, by.storeId, { since: addDays(localDay(now, by.timeZone), -listedDays), day: query.day ?? null, found: wanted, after: query.after ?? null, limit: query.limit + 1 })
  const rows = bills.slice(0, query.limit).map(({ id, number, payer, payerName, plate, day, totalFen }) => ({ id, number, payer, payerName, plate, day, totalFen }))
  return { rows, next: bills.length > query.limit ? (rows.at(-1)?.id ?? null) : null }
}

export type InvoiceWish = { readonly statementId: string; readonly number: string; readonly title: string; readonly taxNumber: string }

/** The statement stays locked: two desks cannot invoice it twice, and it is not reversed meanwhile. */
export async function recordInvoice(deed: Deed, { statementId, ...wish }: InvoiceWish): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const { payer, reversedAt, ...statement } = found(await lockStatement(tx, by.storeId, statementId), 'statement')
  // What was refused of a claim is invoiced to who pays instead, with the supplement.
  const moved = await movedFrom(tx, by.storeId, statementId)
  const { totalFen, netFen, taxFen } = { totalFen: statement.totalFen + moved.totalFen, netFen: statement.netFen + moved.netFen, taxFen: statement.taxFen + moved.taxFen }
  const standing = await data.standingInvoice(tx, by.storeId, statementId)
  refuseIf(whyNotInvoice({ reversed: reversedAt !== null, totalFen, payer, standing: standing !== null, numberTaken: await data.isNumberTaken(tx, by.storeId, wish.number) }))
  return insert(deed, { ...wish, statementId, redOf: null, totalFen, netFen, taxFen, day: localDay(now, by.timeZone), reason: '' })
}

/** The counter-entry of a blue invoice: the same amounts below zero, with the number of the red one. */
export async function recordRed(deed: Deed, { invoiceId, number, reason }: { invoiceId: string; number: string; reason: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const blue = found(await data.findInvoice(tx, by.storeId, invoiceId), 'invoice')
  found(await lockStatement(tx, by.storeId, blue.statementId), 'statement')
  refuseIf(whyNotRed({ isRed: blue.redOf !== null, taken: await data.isTakenBack(tx, by.storeId, blue.id), numberTaken: await data.isNumberTaken(tx, by.storeId, number) }))
  const { statementId, title, taxNumber, totalFen, netFen, taxFen } = blue
  return insert(deed, { statementId, number, title, taxNumber, redOf: blue.id, totalFen: -totalFen, netFen: -netFen, taxFen: -taxFen, day: localDay(now, by.timeZone), reason })
}

async function insert(deed: Deed, invoice: Omit<data.InvoiceData, 'id' | 'at' | 'personId' | 'personName'>): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const id = deed.newId()
  await data.insertInvoice(tx, by.storeId, { ...invoice, id, at: now, personId: by.personId, personName: by.name })
  deed.record({ subject: 'invoice', subjectId: id, after: invoice, reason: invoice.reason })
  deed.announce({ event: 'invoice.recorded', subjectId: invoice.statementId })
  return { id }
}

/** Asked by settlement before a reversal: while its blue invoice stands, the tax system knows it as revenue. */
export async function refuseInvoiced({ tx, by }: Reading, statementId: string): Promise<void> {
  const standing = await data.standingInvoice(tx, by.storeId, statementId)
  refuseIf(standing === null ? null : new Refusal('invoicing.red-first', { number: standing.number }))
}
