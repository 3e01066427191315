import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import type { listReceivables as listRoute, seeReceivable as seeRoute } from '../contract.ts'
import * as payments from '../data/payments.ts'
import * as data from '../data/receivables.ts'
import { lockTill } from '../data/tills.ts'
import { agesOn, byAge, overdueDays } from '../domain/receivable.ts'
import { whyNotPay } from '../domain/statement.ts'
import { tillState, type Money } from '../domain/till.ts'

const rowOf = (receivable: data.ReceivableData, today: string) => {
  const dueFen = receivable.amountFen - receivable.paidFen
  return { ...receivable, dueFen, overdueDays: dueFen === 0 ? 0 : overdueDays(receivable.dueDay, today) }
}

export async function listReceivables({ tx, by, now }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const today = localDay(now, by.timeZone)
  const rows = await data.listReceivables(tx, by.storeId, { state: query.state, find: query.find ?? '', today, after: query.after ?? null, limit: query.limit + 1 })
  const open = await data.openByAge(tx, by.storeId, agesOn(today))
  const shown = rows.slice(0, query.limit)
  return {
    rows: shown.map((row) => rowOf(row, today)), next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    ages: byAge(open),
  }
}

export async function seeReceivable({ tx, by, now }: Reading, receivableId: string): Promise<AnswerOf<typeof seeRoute>> {
  const receivable = found(await data.findReceivable(tx, by.storeId, receivableId), 'receivable')
  const paid = await payments.paymentsOfReceivable(tx, by.storeId, receivableId)
  return { ...rowOf(receivable, localDay(now, by.timeZone)), payments: paid.map(payments.asShown) }
}

export type CollectWish = Money & { readonly receivableId: string; readonly version: number }

/** Money for what was owed before: in the open till, with a receipt of the one series; never more than is due. */
export async function collectReceivable(deed: Deed, wish: CollectWish): Promise<{ number: string; version: number; dueFen: number }> {
  const { tx, by, now } = deed
  const receivable = found(await data.lockReceivable(tx, by.storeId, wish.receivableId), 'receivable')
  refuseStale(receivable.version, wish.version)
  const day = localDay(now, by.timeZone)
  const till = await lockTill(tx, by.storeId, day, false)
  const dueFen = receivable.amountFen - receivable.paidFen
  refuseIf(whyNotPay({ ...wish, payer: 'customer', reversed: false, dueFen, till: tillState(till) }))
  await data.addReceivablePaid(tx, by.storeId, receivable.id, wish.amountFen)
  const number = await nextNumber(deed, 'RC')
  await payments.insertPayment(tx, by.storeId, {
    id: deed.newId(), number, statementId: null, receivableId: receivable.id, depositOrderId: null, at: now, day, personId: by.personId, personName: by.name, way: wish.way, amountFen: wish.amountFen,
    reference: wish.reference, feeFen: wish.feeFen, refunds: null, reason: '',
  })
  deed.record({ subject: 'receivable', subjectId: receivable.id, after: { payment: number, way: wish.way, amountFen: wish.amountFen, feeFen: wish.feeFen } })
  deed.announce({ event: 'receivable.paid', subjectId: receivable.id })
  return { number, version: receivable.version + 1, dueFen: dueFen - wish.amountFen }
}
