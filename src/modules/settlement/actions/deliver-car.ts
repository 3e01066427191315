import { found, refuseIf, refuseStale, type Refusal } from '../../../kernel/refusal.ts'
import { sumOf } from '../../../kernel/money.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed } from '../../../platform/deed.ts'
import { lockOrder, moveOrder } from '../../repair-orders/public.ts'
import { insertDelivery } from '../data/payments.ts'
import { statementsOfOrder } from '../data/statements.ts'
import { keptCallTime, type CallTime } from '../domain/call-time.ts'
import { whyNotDeliver } from '../domain/statement.ts'

/** What another module knows: whether the certificate that the law asks for is there (practice.md, 7.2). */
type Certificates = { whyNotDeliver(tx: Tx, storeId: string, orderId: string): Promise<Refusal | null> }
let certificates: Certificates = { whyNotDeliver: () => Promise.resolve(null) }
export const registerCertificates = (registered: Certificates): void => { certificates = registered }

export type DeliveryWish = {
  readonly orderId: string
  readonly version: number
  readonly pickUpCode: string
  readonly identityReason: string
  readonly accepted: boolean
  readonly oldPartsShown: boolean
  readonly setRemoved: boolean
  readonly nextServiceOn: string | null
  readonly nextServiceKm: number | null
  readonly callTime: CallTime | null
  readonly callNote: string
}

/** The car leaves against its pick-up code, or against identity with a reason (SAD-1.8; product.md, step 14). */
export async function deliverCar(deed: Deed, { callTime, callNote, ...wish }: DeliveryWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  refuseStale(order.version, wish.version)
  const statements = (await statementsOfOrder(tx, by.storeId, order.id)).filter(({ reversedAt, payer, creditDueOn }) => reversedAt === null && payer === 'customer' && creditDueOn === null)
  const codeRight = order.pickUpCode !== null && wish.pickUpCode.trim().toUpperCase() === order.pickUpCode
  refuseIf(whyNotDeliver({ ...wish, callTime, today: localDay(now, by.timeZone), status: order.status, codeRight, customerDueFen: sumOf(statements.map(({ totalFen, paidFen }) => totalFen - paidFen)) }))
  refuseIf(await certificates.whyNotDeliver(tx, by.storeId, order.id))
  await insertDelivery(tx, by.storeId, {
    ...wish, ...keptCallTime(found(callTime, 'time of the call')), followUpSlot: callNote, orderId: order.id, at: now, personId: by.personId, personName: by.name, codeChecked: codeRight, identityReason: codeRight ? null : wish.identityReason,
  })
  return moveOrder(deed, order, 'delivered')
}
