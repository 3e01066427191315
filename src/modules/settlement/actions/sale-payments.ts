import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import * as data from '../data/payments.ts'
import { whyNotPay } from '../domain/statement.ts'
import { tillState, whyNotRefund, type Way } from '../domain/till.ts'
import { cashIn } from './payments.ts'

export type SaleMoney = { readonly way: Way; readonly amountFen: number; readonly reference: string; /** What is still owed for the sale. */ readonly dueFen: number }

/** Money for goods over the counter: in the open till, with a receipt of the one series. Who calls holds the lock of the sale and keeps what is paid. */
export async function takeSalePayment(deed: Deed, sale: data.PaidSale, { way, amountFen, reference, dueFen }: SaleMoney): Promise<{ number: string }> {
  const { tx, by, now } = deed
  const day = localDay(now, by.timeZone)
  const till = tillState(await data.lockTill(tx, by.storeId, day, false))
  refuseIf(whyNotPay({ way, amountFen, reference, payer: 'customer', reversed: false, dueFen, till }))
  const number = await nextNumber(deed, 'RC')
  await data.insertPayment(tx, by.storeId, {
    id: deed.newId(), number, statementId: null, receivableId: null, depositOrderId: null, sale, at: now, day, personId: by.personId, personName: by.name, way, amountFen, reference, refunds: null, reason: '',
  })
  return { number }
}

/** So much goes back the ways it came, the latest payment first, each by a counter-entry, by somebody else than who took it; booked today, never into a closed day. */
export async function refundSale(deed: Deed, sale: data.PaidSale, { amountFen, reason }: { readonly amountFen: number; readonly reason: string }): Promise<{ numbers: string[] }> {
  const { tx, by, now } = deed
  const day = localDay(now, by.timeZone)
  const all = await data.paymentsOfSale(tx, by.storeId, sale.id)
  const left = (id: string, paid: number): number => all.filter(({ refunds }) => refunds === id).reduce((sum, refund) => sum + refund.amountFen, paid)
  const till = await data.lockTill(tx, by.storeId, day, true)
  let open = amountFen
  const numbers: string[] = []
  for (const { id, way, reference, personId, amountFen: paidFen } of all.filter(({ refunds }) => refunds === null).toReversed()) {
    const back = Math.min(open, left(id, paidFen))
    if (back <= 0) continue
    refuseIf(personId === by.personId ? new Refusal('settlement.own-payment') : null)
    refuseIf(whyNotRefund({ cash: way === 'cash', amountFen: back, till: tillState(till), inTillFen: way === 'cash' ? await cashIn(deed, till) : 0 }))
    const number = await nextNumber(deed, 'RC')
    await data.insertPayment(tx, by.storeId, {
      id: deed.newId(), number, statementId: null, receivableId: null, depositOrderId: null, sale, at: now, day, personId: by.personId, personName: by.name, way, amountFen: -back, reference, refunds: id, reason,
    })
    numbers.push(number)
    open -= back
  }
  return { numbers }
}
