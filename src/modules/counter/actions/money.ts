import { refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import type { Money } from '../../settlement/domain/till.ts'
import { refundSale, takeSalePayment } from '../../settlement/public.ts'
import { returnsOf, type SlipData } from '../data/slips.ts'
import { dueFen, whyNotHand, whyNotRefund, whyNotTakeMoney } from '../domain/slip.ts'
import { changeSlip, lockSeen, type Seen } from './slip-deed.ts'

const soldAs = ({ id, number, vatPercent }: SlipData) => ({ id, number, vatPercent })

export async function takeMoney(deed: Deed, { slipId, version: seenVersion, ...money }: Seen & Money): Promise<{ number: string; version: number; dueFen: number }> {
  const { slip } = await lockSeen(deed, { slipId, version: seenVersion })
  refuseIf(whyNotTakeMoney(slip))
  const { number } = await takeSalePayment(deed, soldAs(slip), { ...money, dueFen: dueFen(slip) })
  const { version } = await changeSlip(deed, slip, { paidFen: slip.paidFen + money.amountFen }, { event: 'paid', after: { payment: number, ...money } })
  return { number, version, dueFen: dueFen(slip) - money.amountFen }
}

export type HandWish = Seen & { readonly way: 'pick-up' | 'carrier'; readonly carrier: string; readonly waybill: string; readonly address: string }

/** Paid goods leave: the customer takes them, or a carrier under its waybill (WHK-3.3). */
export async function handOver(deed: Deed, { slipId, version, ...wish }: HandWish): Promise<{ version: number }> {
  const { slip } = await lockSeen(deed, { slipId, version })
  refuseIf(whyNotHand({ ...slip, ...wish }))
  const sent = wish.way === 'carrier' ? wish : { way: wish.way, carrier: '', waybill: '', address: '' }
  return changeSlip(deed, slip, { status: 'handed', handedAt: deed.now, handedByName: deed.by.name, ...sent }, { event: 'handed' })
}

/** What was paid for returned goods goes back the way it came, by a second person who took neither the goods nor the money. */
export async function refundSlip(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ numbers: string[]; version: number }> {
  const { tx, by } = deed
  const { slip } = await lockSeen(deed, seen)
  const returns = await returnsOf(tx, by.storeId, slip.id)
  refuseIf(whyNotRefund({ ...slip, takenBackBySame: returns.some(({ personId }) => personId === by.personId) }))
  const amountFen = -dueFen(slip)
  const { numbers } = await refundSale(deed, soldAs(slip), { amountFen, reason })
  const { version } = await changeSlip(deed, slip, { paidFen: slip.paidFen - amountFen }, { event: 'refunded', after: { receipts: numbers, amountFen }, reason })
  return { numbers, version }
}
