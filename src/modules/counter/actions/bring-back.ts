import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { reserveForOrder, returnFromJob } from '../../stock/public.ts'
import * as data from '../data/slips.ts'
import { dueFen, returnedOf, whyNotConsume, whyNotReturn } from '../domain/slip.ts'
import { changeSlip, isOver, lockSeen, outsideOf, wantedOf, type Seen } from './slip-deed.ts'

export type MovedWish = Seen & { readonly lines: readonly { readonly lineId: string; readonly thousandths: number }[]; readonly reason: string }

async function lockMoved(deed: Deed, { lines: wishes, ...seen }: MovedWish) {
  const { slip, lines } = await lockSeen(deed, seen)
  refuseIf(new Set(wishes.map(({ lineId }) => lineId)).size === wishes.length ? null : new Refusal('counter.line-twice'))
  refuseIf(lines.every((line) => outsideOf(line) === 0) ? new Refusal('counter.nothing-outside') : null)
  return { slip, lines, moved: wishes.map(({ lineId, thousandths }) => ({ line: found(lines.find(({ id }) => id === lineId), 'line'), asked: thousandths })) }
}

const afterwards = (lines: readonly data.SlipLineData[], changed: readonly data.SlipLineData[]): data.SlipLineData[] => lines.map((line) => changed.find(({ id }) => id === line.id) ?? line)

/**
 * Goods come back to the lots they came from. While the slip is still being picked that only undoes the picking; later the sum falls by what the goods
 * were sold for, and what was paid above it waits for its refund. Of a loan what was booked as consumed may turn up again.
 */
export async function bringBack(deed: Deed, wish: MovedWish): Promise<{ number: string; version: number; refundFen: number }> {
  const { tx, by, now } = deed
  const { slip, lines, moved } = await lockMoved(deed, wish)
  const issuedOn = slip.issuedAt === null ? null : localDay(slip.issuedAt, by.timeZone)
  for (const { line, asked } of moved) refuseIf(whyNotReturn({ kind: slip.kind, issuedOn, today: localDay(now, by.timeZone), outside: outsideOf(line), asked, part: line.partNumber, reason: wish.reason, writtenOffFen: slip.writtenOffFen }))
  const number = await nextNumber(deed, 'PR')
  for (const { line, asked } of moved) await returnFromJob(deed, { orderId: slip.id, lineId: line.id, partId: line.partId, thousandths: asked, document: number, reason: wish.reason })
  if (slip.status === 'open') {
    const changed = moved.map(({ line, asked }) => ({ ...line, issuedThousandths: line.issuedThousandths - asked }))
    await data.updateLines(tx, by.storeId, changed)
    await reserveForOrder(deed, slip.id, wantedOf(lines))
    return { number, refundFen: 0, ...(await changeSlip(deed, slip, {}, { event: 'returned', after: { document: number }, reason: wish.reason })) }
  }
  const changed = moved.map(({ line, asked }) => {
    const returnedThousandths = line.returnedThousandths + asked
    return { ...line, returnedThousandths, consumedThousandths: Math.min(line.consumedThousandths, line.issuedThousandths - returnedThousandths) }
  })
  const rows = moved.map(({ line, asked }) => ({
    id: deed.newId(), lineId: line.id, kind: 'back' as const, document: number, thousandths: asked, reason: wish.reason, at: now, personId: by.personId, personName: by.name,
    amountFen: returnedOf({ paidFen: line.amountFen - line.allowanceFen, issued: line.issuedThousandths, before: line.returnedThousandths }, asked),
  }))
  await data.updateLines(tx, by.storeId, changed)
  await data.insertReturns(tx, by.storeId, slip.id, rows)
  const returnedFen = slip.returnedFen + rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const change = { returnedFen, ...(isOver(afterwards(lines, changed)) ? { status: 'closed' as const } : {}) }
  const { version } = await changeSlip(deed, slip, change, { event: 'returned', after: { document: number, rows: rows.map(({ lineId, thousandths, amountFen }) => ({ lineId, thousandths, amountFen })) }, reason: wish.reason })
  return { number, version, refundFen: Math.max(0, -dueFen({ ...slip, ...change })) }
}

/** What was lent stays with the workshop: it is consumed, its cost stays where the lots put it. */
export async function bookConsumed(deed: Deed, wish: MovedWish): Promise<{ number: string; version: number }> {
  const { tx, by, now } = deed
  const { slip, lines, moved } = await lockMoved(deed, wish)
  for (const { line, asked } of moved) refuseIf(whyNotConsume({ kind: slip.kind, outside: outsideOf(line) - line.consumedThousandths, asked, part: line.partNumber, reason: wish.reason }))
  const number = await nextNumber(deed, 'CN')
  const changed = moved.map(({ line, asked }) => ({ ...line, consumedThousandths: line.consumedThousandths + asked }))
  await data.updateLines(tx, by.storeId, changed)
  await data.insertReturns(tx, by.storeId, slip.id, moved.map(({ line, asked }) => ({
    id: deed.newId(), lineId: line.id, kind: 'consumed' as const, document: number, thousandths: asked, amountFen: 0, reason: wish.reason, at: now, personId: by.personId, personName: by.name,
  })))
  const over = slip.status === 'issued' && isOver(afterwards(lines, changed))
  const { version } = await changeSlip(deed, slip, over ? { status: 'closed' } : {}, { event: 'consumed', after: { document: number, lines: changed.map(({ partNumber, consumedThousandths }) => ({ partNumber, consumedThousandths })) }, reason: wish.reason })
  return { number, version }
}
