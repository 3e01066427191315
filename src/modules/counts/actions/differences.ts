import { found, Refusal, refuse, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { writeCountFacts } from '../../approvals/domain/count-facts.ts'
import { askApproval, type RequestData, type RequestHandler } from '../../approvals/public.ts'
import { adjustStock, reverseAdjustment } from '../../stock/public.ts'
import * as data from '../data/counts.ts'
import * as lines from '../data/lines.ts'
import { afterCounting, whyNotCountAgain } from '../domain/counting.ts'
import { whyNotAdjust, whyNotApprove, whyNotClose, whyNotExplain, whyNotReverse, whyNotSubmit, type DifferenceReason } from '../domain/differences.ts'
import { whyNotCancel } from '../domain/plan.ts'
import { countPermissions } from '../permissions.ts'
import { lockSeen, said, type Seen } from './plan.ts'

/** Goes to a recount, to the explanations, or to the end where every shelf was right. */
export async function finishCounting(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const count = await lockSeen(deed, seen)
  const sums = await lines.sumsOf(tx, by.storeId, count.id)
  const next = afterCounting(count.status, sums)
  if (next instanceof Refusal) return refuse(next)
  if (next === 'recounting') {
    await data.writeStatus(tx, by.storeId, { id: count.id, status: next })
    return said(deed, count, 'recounting', { toRecount: sums.toRecount })
  }
  const result = { lines: sums.lines, right: sums.lines - sums.different, netFen: sums.netFen, absoluteFen: sums.absoluteFen }
  await data.writeResult(tx, by.storeId, { id: count.id, at: now, byName: by.name, status: next, result })
  return said(deed, count, next === 'closed' ? 'closed' : 'entered', { ...result, differences: sums.different })
}

type LineSeen = Seen & { readonly lineId: string }

export async function explainLine(deed: Deed, { reason, words, lineId, ...seen }: LineSeen & { readonly reason: DifferenceReason; readonly words: string }): Promise<{ version: number }> {
  const { tx, by } = deed
  const count = await lockSeen(deed, seen)
  const line = found(await lines.lockLine(tx, by.storeId, count.id, lineId), 'line')
  refuseIf(whyNotExplain({ status: count.status, difference: line.difference, words }))
  await lines.writeExplanation(tx, by.storeId, { id: line.id, reason, words: words.trim(), byName: by.name })
  await data.writeStatus(tx, by.storeId, { id: count.id, status: 'explaining' })
  return said(deed, count, 'explained', { bin: line.bin, part: line.partNumber, difference: line.difference, reason, words })
}

/** The supervisor does not believe it, or the books moved on: somebody else goes to the shelf. */
export async function countAgain(deed: Deed, { lineId, ...seen }: LineSeen): Promise<{ version: number }> {
  const { tx, by } = deed
  const count = await lockSeen(deed, seen)
  refuseIf(whyNotCountAgain(count.status))
  const line = found(await lines.lockLine(tx, by.storeId, count.id, lineId), 'line')
  await lines.askRecount(tx, by.storeId, line.id)
  await data.writeStatus(tx, by.storeId, { id: count.id, status: 'recounting' })
  return said(deed, count, 'recounting', { bin: line.bin, part: line.partNumber })
}

export async function submitCount(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const count = await lockSeen(deed, seen)
  const { different, unexplained, netFen, absoluteFen } = await lines.sumsOf(tx, by.storeId, count.id)
  refuseIf(whyNotSubmit(count.status, unexplained))
  await data.writeAsked(tx, by.storeId, { id: count.id, at: now, by: by.personId })
  await askApproval(deed, { kind: 'count-differences', subjectId: count.id, orderId: null, about: count.number, amountFen: netFen, reason: count.number, detail: writeCountFacts({ different, lines: count.lines, absoluteFen }) })
  return said(deed, count, 'submitted', { different, netFen, absoluteFen })
}

const lockAsked = async ({ tx, by }: Deed, { subjectId }: RequestData): Promise<data.CountData> => found(await data.lockCount(tx, by.storeId, subjectId), 'count')

/** What the inbox of approvals carries out here. A no sends the count back to the explanations. */
export const countRequests: Readonly<Record<'count-differences', RequestHandler>> = {
  'count-differences': {
    right: countPermissions.approve,
    carryOut: async (deed, request) => {
      const { tx, by, now } = deed
      const count = await lockAsked(deed, request)
      refuseIf(whyNotApprove(count.status, await lines.hasCounted(tx, by.storeId, count.id, by.personId)))
      await data.writeApproved(tx, by.storeId, { id: count.id, at: now, byName: by.name })
      said(deed, count, 'differences-approved', { netFen: count.netFen, absoluteFen: count.absoluteFen })
    },
    turnDown: async (deed, request) => {
      const count = await lockAsked(deed, request)
      await data.writeStatus(deed.tx, deed.by.storeId, { id: count.id, status: 'explaining' })
      said(deed, count, 'differences-refused', { reason: request.decisionReason })
    },
  },
}

/** All differences in one document: the books are right from here on, and each line knows what it cost. */
export async function adjustCount(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const count = await lockSeen(deed, seen)
  refuseIf(whyNotAdjust(count.status))
  const differences = (await lines.differencesOf(tx, by.storeId, count.id)).map(({ id, partId, placeId, partNumber, bin, difference }) => ({ key: id, partId, placeId, partNumber, bin, thousandths: difference }))
  const { document, costFen } = await adjustStock(deed, { reason: count.number, differences })
  await lines.writeAdjustedCosts(tx, by.storeId, [...costFen].map(([lineId, fen]) => ({ lineId, costFen: fen })))
  const adjustedFen = [...costFen.values()].reduce((sum, fen) => sum + fen, 0)
  await data.writeAdjusted(tx, by.storeId, { id: count.id, at: now, byName: by.name, document, adjustedFen })
  return said(deed, count, 'adjusted', { document, adjustedFen, differences: differences.length })
}

export async function closeCount(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const count = await lockSeen(deed, seen)
  refuseIf(whyNotClose(count.status))
  await data.writeEnd(deed.tx, deed.by.storeId, { id: count.id, at: deed.now, byName: deed.by.name, status: 'closed', reason: '' })
  return said(deed, count, 'closed', { document: count.document })
}

export async function cancelCount(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const count = await lockSeen(deed, seen)
  refuseIf(whyNotCancel(count.status))
  await data.writeEnd(deed.tx, deed.by.storeId, { id: count.id, at: deed.now, byName: deed.by.name, status: 'cancelled', reason })
  return said(deed, count, 'cancelled', { reason }, reason)
}

/** The shelves were right and the count was wrong: the stock is as it was before the adjustment, to the fen. */
export async function reverseCount(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const count = await lockSeen(deed, seen)
  refuseIf(whyNotReverse(count.status, count.document !== null))
  const partIds = (await lines.differencesOf(tx, by.storeId, count.id)).map(({ partId }) => partId)
  const { document } = await reverseAdjustment(deed, { document: count.document ?? '', at: count.adjustedAt ?? now, partIds, reason })
  await data.writeEnd(tx, by.storeId, { id: count.id, at: now, byName: by.name, status: 'reversed', reason })
  return said(deed, count, 'reversed', { document }, reason)
}
