import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { dropRequest } from '../../approvals/public.ts'
import { whyNotUnscanned } from '../../picking/domain/scanning.ts'
import { scanRuleOf } from '../../picking/public.ts'
import { dropRequests } from '../../purchasing/public.ts'
import type { UnscannedReason } from '../../stock/domain/unscanned.ts'
import { issueToJob, releaseOrder } from '../../stock/public.ts'
import * as data from '../data/slips.ts'
import { whyNotAtPrice, whyNotCancel, whyNotPick } from '../domain/slip.ts'
import { useDeposit } from './money.ts'
import { changeSlip, lockSeen, type Seen } from './slip-deed.ts'

export type PickWish = Seen & { readonly lines: readonly { readonly lineId: string; readonly scannedLotId: string | null; readonly unscannedWhy: UnscannedReason | null }[] }

/** All that is open of these lines leaves the shelves, oldest lot first, all lines or none (WHK-3.2, WHK-3.3). */
export async function pickSlip(deed: Deed, { lines: wishes, ...seen }: PickWish): Promise<{ number: string; version: number }> {
  const { tx, by, now } = deed
  const { slip, lines } = await lockSeen(deed, seen)
  refuseIf(whyNotPick(slip) ?? whyNotAtPrice(lines))
  const scanned = new Map(wishes.map((wish) => [wish.lineId, wish]))
  for (const lineId of scanned.keys()) found(lines.find(({ id }) => id === lineId), 'line')
  const picked = lines.filter(({ id, thousandths, issuedThousandths }) => scanned.has(id) && issuedThousandths < thousandths)
  refuseIf(picked.length === 0 ? new Refusal('counter.nothing-to-pick') : null)
  const rule = await scanRuleOf(deed)
  const takenAs = (lineId: string) => scanned.get(lineId) ?? { scannedLotId: null, unscannedWhy: null }
  for (const { id, partNumber } of picked) refuseIf(whyNotUnscanned(rule, partNumber, takenAs(id)))
  const { number } = await issueToJob(deed, {
    orderId: slip.id, numberKind: 'PK', to: slip.kind === 'sale' || slip.kind === 'accessory' ? 'customer' : 'job',
    lines: picked.map(({ id, partId, partNumber, thousandths, issuedThousandths }) => ({ lineId: id, partId, partNumber, thousandths: thousandths - issuedThousandths, scannedLotId: takenAs(id).scannedLotId, unscannedWhy: takenAs(id).unscannedWhy })),
  })
  await data.updateLines(tx, by.storeId, picked.map((line) => ({ ...line, issuedThousandths: line.thousandths })))
  const whole = lines.every((line) => line.issuedThousandths === line.thousandths || picked.includes(line))
  const { version } = await changeSlip(deed, slip, whole ? { status: 'issued', issuedAt: now, issuedByName: by.name, ...(await useDeposit(deed, slip)) } : {}, { event: 'picked', after: { document: number, lines: picked.map(({ partNumber }) => partNumber) } })
  return { number, version }
}

/** Nothing left the shelf: what was reserved is free again, neither what was asked of purchasing nor a yes to its price is wanted any more. */
export async function cancelSlip(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { slip, lines } = await lockSeen(deed, seen)
  refuseIf(whyNotCancel({ status: slip.status, issued: lines.some(({ issuedThousandths }) => issuedThousandths > 0) }))
  await releaseOrder(deed, slip.id, lines.map(({ partId }) => partId))
  await dropRequests(deed, slip.id, reason)
  await dropRequest(deed, 'counter-price', slip.id, reason)
  return changeSlip(deed, slip, { status: 'cancelled', reason }, { event: 'cancelled', reason })
}
