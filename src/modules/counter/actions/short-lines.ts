import { sumOf } from '../../../kernel/money.ts'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import type { PartUrgency } from '../../purchasing/domain/request.ts'
import { askForSale, requestsOfOrder } from '../../purchasing/public.ts'
import { reserveForOrder } from '../../stock/public.ts'
import { insertLost } from '../data/lost-sales.ts'
import * as data from '../data/slips.ts'
import { shrunk, whyNotPick, type LostCause } from '../domain/slip.ts'
import { useDeposit } from './money.ts'
import { changeSlip, lockSeen, wantedOf, type Seen } from './slip-deed.ts'

type LineWish = Seen & { readonly lineId: string }

/** What came free meanwhile is reserved first; for the rest purchasing is asked (PTS-1.3). */
export async function askForSlip(deed: Deed, { lineId, thousandths, urgency, note, ...seen }: LineWish & { readonly thousandths: number; readonly urgency: PartUrgency; readonly note: string }): Promise<{ number: string; version: number }> {
  const { slip, lines } = await lockSeen(deed, seen)
  refuseIf(whyNotPick(slip))
  const line = found(lines.find(({ id }) => id === lineId), 'line')
  const short = (await reserveForOrder(deed, slip.id, wantedOf(lines))).find((row) => row.lineId === lineId)?.short ?? 0
  const { number } = await askForSale(deed, {
    orderId: slip.id, lineId, orderNumber: slip.number, advisorId: slip.openedBy, advisorName: slip.openedByName, partId: line.partId, partNumber: line.partNumber, nameZh: line.nameZh, nameEn: line.nameEn, unit: line.unit, thousandths, urgency, note, short,
  })
  return { number, ...(await changeSlip(deed, slip, {}, { event: 'asked', after: { request: number, part: line.partNumber, thousandths, urgency } })) }
}

/** What is short of a line is not sold: the line becomes smaller, the reason is kept for planning; a sale of which nothing is left is cancelled. */
export async function loseSale(deed: Deed, { lineId, cause, words, ...seen }: LineWish & { readonly cause: LostCause; readonly words: string }): Promise<{ version: number; cancelled: boolean }> {
  const { tx, by, now } = deed
  const { slip, lines } = await lockSeen(deed, seen)
  refuseIf(whyNotPick(slip))
  refuseIf(slip.kind === 'sale' ? null : new Refusal('counter.nothing-lost'))
  const line = found(lines.find(({ id }) => id === lineId), 'line')
  refuseIf((await requestsOfOrder(tx, by.storeId, slip.id)).some((request) => request.lineId === lineId && (request.status === 'asked' || request.status === 'sourced')) ? new Refusal('purchasing.asked-already') : null)
  const lost = (await reserveForOrder(deed, slip.id, wantedOf(lines))).find((row) => row.lineId === lineId)?.short ?? 0
  refuseIf(lost === 0 ? new Refusal('counter.nothing-lost') : null)
  const left = lines.map((row) => (row.id === lineId ? { ...row, ...shrunk(row, row.thousandths - lost) } : row))
  const allowanceFen = sumOf(left.map((row) => row.allowanceFen))
  await data.updateLines(tx, by.storeId, left)
  await insertLost(tx, by.storeId, { id: deed.newId(), slipId: slip.id, slipNumber: slip.number, partId: line.partId, partNumber: line.partNumber, nameZh: line.nameZh, nameEn: line.nameEn, unit: line.unit, thousandths: lost, cause, words, at: now, personName: by.name })
  const status = left.every(({ thousandths }) => thousandths === 0) ? 'cancelled' : left.every(({ thousandths, issuedThousandths }) => thousandths === issuedThousandths) ? 'issued' : 'open'
  const totalFen = sumOf(left.map(({ amountFen }) => amountFen)) - allowanceFen
  const change = { status, allowanceFen, totalFen, ...(status === 'issued' ? { issuedAt: now, issuedByName: by.name, ...(await useDeposit(deed, { ...slip, totalFen })) } : {}), ...(status === 'cancelled' ? { reason: words } : {}) } as const
  const { version } = await changeSlip(deed, slip, change, { event: 'lost', after: { part: line.partNumber, lost, cause }, reason: words })
  return { version, cancelled: status === 'cancelled' }
}
