import { refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { dropRequest } from '../../approvals/public.ts'
import type { Money } from '../../settlement/domain/till.ts'
import { refundSale, takeSalePayment, useSaleDeposit } from '../../settlement/public.ts'
import { returnsOf, type SlipData } from '../data/slips.ts'
import { dueFen, outsideFen, usedOfDeposit, whyNotHand, whyNotHandIn, whyNotRefund, whyNotTakeDeposit, whyNotTakeMoney, type HandWay } from '../domain/slip.ts'
import { shortOf } from './short.ts'
import { changeSlip, lockSeen, type Change, type Seen } from './slip-deed.ts'

const soldAs = ({ id, number, vatPercent }: SlipData) => ({ id, number, vatPercent })

export async function takeMoney(deed: Deed, { slipId, version: seenVersion, ...money }: Seen & Money): Promise<{ number: string; version: number; dueFen: number }> {
  const { slip } = await lockSeen(deed, { slipId, version: seenVersion })
  refuseIf(whyNotTakeMoney(slip))
  const { number } = await takeSalePayment(deed, soldAs(slip), { ...money, dueFen: dueFen(slip), prepaid: false })
  const { version } = await changeSlip(deed, slip, { paidFen: slip.paidFen + money.amountFen }, { event: 'paid', after: { payment: number, ...money } })
  return { number, version, dueFen: dueFen(slip) - money.amountFen }
}

/** Money for goods that are still to come: the customer's until they are picked, or until the sale is cancelled (PTS-1.3). */
export async function takeDeposit(deed: Deed, { slipId, version: seenVersion, ...money }: Seen & Money): Promise<{ number: string; version: number; dueFen: number }> {
  const { slip, lines } = await lockSeen(deed, { slipId, version: seenVersion })
  const missing = [...(await shortOf(deed, slip.id, lines)).values()].reduce((sum, { short }) => sum + short, 0)
  refuseIf(whyNotTakeDeposit({ ...slip, short: missing }))
  const { number } = await takeSalePayment(deed, soldAs(slip), { ...money, dueFen: dueFen(slip), prepaid: true })
  const { version } = await changeSlip(deed, slip, { depositFen: slip.depositFen + money.amountFen }, { event: 'deposit-taken', after: { payment: number, ...money } })
  return { number, version, dueFen: dueFen(slip) - money.amountFen }
}

/** All goods are picked: what was given before goes into the sale, before any other payment. Answers what changes of the slip with it. */
export async function useDeposit(deed: Deed, slip: SlipData): Promise<Pick<Change, 'paidFen' | 'depositFen'>> {
  const usedFen = usedOfDeposit(slip)
  if (usedFen === 0) return {}
  await useSaleDeposit(deed, soldAs(slip), usedFen)
  deed.record({ subject: 'counter-slip', subjectId: slip.id, after: { depositUsedFen: usedFen } })
  return { paidFen: slip.paidFen + usedFen, depositFen: slip.depositFen - usedFen }
}

export type HandWish = Seen & { readonly way: HandWay; readonly cod: boolean; readonly carrier: string; readonly waybill: string; readonly address: string }

/** Goods leave, paid or to be paid on delivery: the customer takes them, a carrier under its waybill, or the house's driver (WHK-3.3). */
export async function handOver(deed: Deed, { slipId, version, cod, ...wish }: HandWish): Promise<{ version: number }> {
  const { slip } = await lockSeen(deed, { slipId, version })
  refuseIf(whyNotHand({ ...slip, ...wish, cod }))
  const sent = wish.way === 'pick-up' ? { way: wish.way, carrier: '', waybill: '', address: '' } : wish
  return changeSlip(deed, slip, { status: 'handed', handedAt: deed.now, handedByName: deed.by.name, codFen: cod ? dueFen(slip) : null, ...sent }, { event: 'handed' })
}

export type HandInWish = Seen & Money & { readonly reason: string }

/** Who took the goods brings what he collected for them: money of this sale; what is missing stays owed by him, with its reason. */
export async function handIn(deed: Deed, { slipId, version: seenVersion, reason, ...money }: HandInWish): Promise<{ number: string; version: number; dueFen: number }> {
  const { slip } = await lockSeen(deed, { slipId, version: seenVersion })
  refuseIf(whyNotHandIn({ ...slip, ...money, reason }))
  const shortFen = Math.max(0, outsideFen(slip) - money.amountFen)
  const collected = { by: slip.carrier, shortFen, reason: shortFen === 0 ? '' : reason }
  const { number } = await takeSalePayment(deed, soldAs(slip), { ...money, dueFen: dueFen(slip), prepaid: false, collected })
  await dropRequest(deed, 'cod-write-off', slip.id, number)
  const { version } = await changeSlip(deed, slip, { paidFen: slip.paidFen + money.amountFen }, { event: 'handed-in', after: { payment: number, ...money, ...collected } })
  return { number, version, dueFen: dueFen(slip) - money.amountFen }
}

/** What was paid for returned goods, or given for goods that were never picked, goes back the way it came, by a second person who took neither the goods nor the money. */
export async function refundSlip(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ numbers: string[]; version: number }> {
  const { tx, by } = deed
  const { slip } = await lockSeen(deed, seen)
  const returns = await returnsOf(tx, by.storeId, slip.id)
  refuseIf(whyNotRefund({ ...slip, takenBackBySame: returns.some(({ personId }) => personId === by.personId) }))
  const amountFen = -dueFen(slip)
  const heldFen = Math.min(slip.depositFen, amountFen)
  const numbers: string[] = []
  for (const part of [{ amountFen: heldFen, prepaid: true }, { amountFen: amountFen - heldFen, prepaid: false }]) if (part.amountFen > 0) numbers.push(...(await refundSale(deed, soldAs(slip), { ...part, reason })).numbers)
  const { version } = await changeSlip(deed, slip, { paidFen: slip.paidFen - (amountFen - heldFen), depositFen: slip.depositFen - heldFen }, { event: 'refunded', after: { receipts: numbers, amountFen }, reason })
  return { numbers, version }
}
