import { may } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import { sumOf } from '../../../kernel/money.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { findParts } from '../../catalogue/public.ts'
import type { PhotoSubject } from '../../photos/public.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import type * as routes from '../contract.ts'
import * as claims from '../data/claims.ts'
import * as data from '../data/returns.ts'
import { ageBounds, openStatuses, overdueDays } from '../domain/return.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
const dayMs = 86_400_000

const costsSeen = ({ by }: Reading): ((fen: number | null) => number | null) => (may(by, stockPermissions.seeCost.permission) ? (fen) => fen : () => null)

function rowOf(reading: Reading, one: data.ReturnData, lines: number): routes.ReturnRow {
  const { id, number, status, supplierId, supplierName, about, askedByName, version } = one
  const seen = costsSeen(reading)
  const days = openStatuses.some((open) => open === status) ? Math.floor((reading.now.getTime() - one.askedAt.getTime()) / dayMs) : null
  return {
    id, number, status, supplierId, supplierName, about, askedAt: one.askedAt.toISOString(), askedByName, lines, days, overdue: days !== null && status !== 'arrived' && days > overdueDays, slipTaken: one.slipAt !== null,
    costFen: seen(one.costFen ?? one.expectedFen), creditFen: seen(one.creditFen), version,
  }
}

export async function listReturns(reading: Reading, { query }: InputOf<typeof routes.listReturns>): Promise<AnswerOf<typeof routes.listReturns>> {
  const listed = await data.listReturns(reading.tx, reading.by.storeId, { group: query.group, find: query.find, after: query.after ?? null, limit: query.limit + 1 })
  const rows = listed.slice(0, query.limit).map((one) => rowOf(reading, one, one.lines))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

export async function seeReturn(reading: Reading, returnId: string): Promise<AnswerOf<typeof routes.seeReturn>> {
  const { tx, by } = reading
  const one = found(await data.findReturn(tx, by.storeId, returnId), 'return')
  const lines = await data.linesOf(tx, by.storeId, returnId)
  const parts = new Map((await findParts(tx, lines.map(({ partId }) => partId))).map((part) => [part.id, part]))
  const { agreedByName, agreedWith, agreedWords, sentByName, waybill, document, slipByName, arrivedByName, arrivedWith, statementId, statementNumber, counterDocument, words } = one
  const seen = costsSeen(reading)
  return {
    ...rowOf(reading, one, lines.length), agreedAt: iso(one.agreedAt), agreedByName, agreedWith, agreedWords, sentAt: iso(one.sentAt), sentByName, waybill, document, slipAt: iso(one.slipAt), slipByName, arrivedAt: iso(one.arrivedAt), arrivedByName, arrivedWith,
    statementId, statementNumber, creditedFen: seen(one.creditedFen), counterDocument, words,
    rows: lines.map(({ id, partId, partNumber, bin, thousandths, cause, costFen, expectedFen, creditFen }) => {
      const { nameZh, nameEn, unit } = found(parts.get(partId), 'part')
      return { id, partId, partNumber, nameZh, nameEn, unit, bin, thousandths, cause, costFen: seen(costFen ?? expectedFen), creditFen: seen(creditFen) }
    }),
  }
}

/** Open returns by their age (STM-5.4). */
export async function seeAges(reading: Reading): Promise<AnswerOf<typeof routes.seeAges>> {
  const rows = await data.openAges(reading.tx, reading.by.storeId, reading.now)
  const seen = costsSeen(reading)
  const ages = ageBounds.map((from, at) => {
    const next = ageBounds[at + 1] ?? null
    const own = rows.filter(({ days }) => days >= from && (next === null || days < next))
    return { from, until: next === null ? null : next - 1, returns: own.length, fen: seen(sumOf(own.map(({ fen }) => fen))), byStatus: openStatuses.map((status) => ({ status, returns: own.filter((row) => row.status === status).length })) }
  })
  return { overdueDays, overdue: rows.filter(({ days, status }) => status !== 'arrived' && days > overdueDays).length, ages }
}

function claimRowOf({ by, now }: Reading, claim: claims.ClaimData): routes.ClaimRow {
  const { id, number, status, supplierId, supplierName, partNumber, thousandths, claimedFen, fault, dueDay, openedByName, version } = claim
  return { id, number, status, supplierId, supplierName, partNumber, thousandths, claimedFen, fault, dueDay, overdue: status === 'open' && dueDay < localDay(now, by.timeZone), openedAt: claim.openedAt.toISOString(), openedByName, version }
}

export async function listClaims(reading: Reading, { query }: InputOf<typeof routes.listClaims>): Promise<AnswerOf<typeof routes.listClaims>> {
  const listed = await claims.listClaims(reading.tx, reading.by.storeId, { group: query.group, find: query.find, after: query.after ?? null, limit: query.limit + 1 })
  const rows = listed.slice(0, query.limit).map((claim) => claimRowOf(reading, claim))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

export async function seeClaim(reading: Reading, claimId: string): Promise<AnswerOf<typeof routes.seeClaim>> {
  const claim = found(await claims.findClaim(reading.tx, reading.by.storeId, claimId), 'claim')
  const { basis, basisId, basisNumber, answeredByName, answeredWith, answerWords, remedy, grantedFen, statementId, statementNumber, closedByName, words } = claim
  return {
    ...claimRowOf(reading, claim), basis, basisId, basisNumber, answeredAt: iso(claim.answeredAt), answeredByName, answeredWith, answerWords, remedy, grantedFen, statementId, statementNumber, closedAt: iso(claim.closedAt), closedByName, words,
  }
}

/** The last year. */
const figureDays = 365

export async function seeClaimFigures({ tx, by, now }: Reading): Promise<AnswerOf<typeof routes.seeClaimFigures>> {
  const today = localDay(now, by.timeZone)
  const since = addDays(today, -figureDays)
  return { since, rows: await claims.figuresSince(tx, by.storeId, startOfDay(since, by.timeZone), today) }
}

/** Photos come until the supplier credited it, or the claim is closed. */
export const photosOfReturn: PhotoSubject = async (tx, storeId, returnId) => {
  const one = await data.findReturn(tx, storeId, returnId)
  return one === null ? null : openStatuses.some((open) => open === one.status) ? 'open' : 'closed'
}
export const photosOfClaim: PhotoSubject = async (tx, storeId, claimId) => {
  const claim = await claims.findClaim(tx, storeId, claimId)
  return claim === null ? null : claim.status === 'closed' || claim.status === 'withdrawn' ? 'closed' : 'open'
}
