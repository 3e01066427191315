import { sumOf } from '../../../kernel/money.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import * as data from '../data/payments.ts'
import { lockTill } from '../data/tills.ts'
import { whyNotPay } from '../domain/statement.ts'
import { feeBackOf } from '../domain/fee.ts'
import { tillState, whyNotRefund, type Money } from '../domain/till.ts'
import { cashIn, ratesFor } from './tills.ts'

export type SaleMoney = Money & { /** What is still owed for the sale. */ readonly dueFen: number; /** Before its goods are picked: a deposit, the customer's until then. */ readonly prepaid: boolean; /** Where a carrier or a driver collected it: who, and what was missing with its reason. */ readonly collected?: { readonly by: string; readonly shortFen: number; readonly reason: string } }

/** Money for goods over the counter: in the open till, with a receipt of the one series. Who calls holds the lock of the sale and keeps what is paid. */
export async function takeSalePayment(deed: Deed, sale: data.PaidSale, { dueFen, prepaid, collected, ...money }: SaleMoney): Promise<{ number: string }> {
  const { tx, by, now } = deed
  const day = localDay(now, by.timeZone)
  const till = tillState(await lockTill(tx, by.storeId, day, false))
  refuseIf(whyNotPay({ ...money, payer: 'customer', reversed: false, dueFen, till }))
  const number = await nextNumber(deed, 'RC')
  await data.insertPayment(tx, by.storeId, {
    id: deed.newId(), number, statementId: null, receivableId: null, depositOrderId: null, sale, prepaid, at: now, day, personId: by.personId, personName: by.name, ...money, refunds: null, reason: collected?.reason ?? '', collectedBy: collected?.by ?? null, shortFen: collected?.shortFen ?? 0,
  })
  return { number }
}

/** The goods are picked: so much of the deposit is the sale's now (rules.md, Deposit). */
export async function useSaleDeposit({ tx, by, now, newId }: Deed, sale: data.PaidSale, amountFen: number): Promise<void> {
  await data.insertSaleUse(tx, by.storeId, { id: newId(), sale, at: now, personId: by.personId, personName: by.name, amountFen })
}

/** So much goes back the ways it came, the latest payment first, each by a counter-entry, by somebody else than who took it; booked today, never into a closed day. */
export async function refundSale(deed: Deed, sale: data.PaidSale, { amountFen, prepaid, reason }: { readonly amountFen: number; /** Out of the deposit that no goods used; else of what the sale was paid with. */ readonly prepaid: boolean; readonly reason: string }): Promise<{ numbers: string[] }> {
  const { tx, by, now } = deed
  const day = localDay(now, by.timeZone)
  const all = await data.paymentsOfSale(tx, by.storeId, sale.id)
  const rates = await ratesFor(deed)
  const before = (id: string) => { const those = all.filter(({ refunds }) => refunds === id); return { amountFen: -sumOf(those.map((one) => one.amountFen)), feeFen: -sumOf(those.map((one) => one.feeFen)) } }
  const till = await lockTill(tx, by.storeId, day, true)
  let open = amountFen
  const numbers: string[] = []
  for (const { id, way, reference, personId, amountFen: paidFen, feeFen } of all.filter((payment) => payment.refunds === null && (payment.prepaid || !prepaid)).toReversed()) {
    const backBefore = before(id)
    const back = Math.min(open, paidFen - backBefore.amountFen)
    if (back <= 0) continue
    refuseIf(personId === by.personId ? new Refusal('settlement.own-payment') : null)
    refuseIf(whyNotRefund({ cash: way === 'cash', amountFen: back, till: tillState(till), inTillFen: way === 'cash' ? await cashIn(deed, till, day) : 0 }))
    const number = await nextNumber(deed, 'RC')
    await data.insertPayment(tx, by.storeId, {
      id: deed.newId(), number, statementId: null, receivableId: null, depositOrderId: null, sale, prepaid, at: now, day, personId: by.personId, personName: by.name, way, amountFen: -back, reference, feeFen: -feeBackOf({ way, paidFen, feeFen, backBefore, amountFen: back }, rates), refunds: id, reason,
    })
    numbers.push(number)
    open -= back
  }
  return { numbers }
}
