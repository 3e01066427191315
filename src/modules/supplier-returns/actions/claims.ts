import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import * as data from '../data/claims.ts'
import { findSupplier } from '../data/returns.ts'
import { whyNotAnswer, whyNotClose, whyNotOpen, whyNotReopen, whyNotWithdrawClaim, type Remedy } from '../domain/claim.ts'

export type SeenClaim = { readonly claimId: string; readonly version: number }
type Done = { version: number }

async function lockSeen({ tx, by }: Deed, { claimId, version }: SeenClaim): Promise<data.ClaimData> {
  const claim = found(await data.lockClaim(tx, by.storeId, claimId), 'claim')
  refuseStale(claim.version, version)
  return claim
}

function said(deed: Deed, claim: Pick<data.ClaimData, 'id' | 'number' | 'status' | 'version'>, event: string, after: object, reason?: string): Done {
  deed.record({ subject: 'supplier-claim', subjectId: claim.id, before: { status: claim.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `supplier-claim.${event}`, subjectId: claim.id, facts: { number: claim.number } })
  return { version: claim.version + 1 }
}

export type ClaimWish = { readonly supplierId: string; readonly partNumber: string; readonly thousandths: number; readonly claimedFen: number; readonly basis: 'job' | 'receipt'; readonly basisNumber: string; readonly fault: string; readonly dueDay: string }

/** A part failed in a car or as it came: the claim names the repair order or the receipt (PTS-2.3). */
export async function openClaim(deed: Deed, wish: ClaimWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const supplier = found(await findSupplier(tx, by.storeId, wish.supplierId), 'supplier')
  refuseIf(supplier.active ? null : new Refusal('suppliers.supplier-not-in-use', { name: supplier.name }))
  const paper = wish.basis === 'job' ? await data.orderBehind(tx, by.storeId, wish.basisNumber, wish.partNumber) : await data.receiptBehind(tx, by.storeId, wish.basisNumber, wish.supplierId, wish.partNumber)
  refuseIf(whyNotOpen({ dueDay: wish.dueDay, today: localDay(now, by.timeZone), basis: wish.basisNumber, known: paper !== null, part: wish.partNumber, onPaper: paper?.onPaper ?? false }))
  const claim = { ...wish, id: deed.newId(), number: await nextNumber(deed, 'QC'), supplierName: supplier.name, basisId: found(paper, 'paper').id, openedAt: now, openedByName: by.name }
  await data.insertClaim(tx, by.storeId, claim)
  deed.record({ subject: 'supplier-claim', subjectId: claim.id, after: { number: claim.number, supplier: supplier.name, ...wish }, reason: wish.fault })
  deed.announce({ event: 'supplier-claim.opened', subjectId: claim.id, facts: { number: claim.number, part: wish.partNumber, supplier: supplier.name } })
  return { id: claim.id, number: claim.number, version: 1 }
}

export type Answer = SeenClaim & { readonly answeredWith: string; readonly words: string; /** Null: he refuses. */ readonly remedy: Remedy | null; readonly grantedFen: number }

export async function answerClaim(deed: Deed, { answeredWith, words, remedy, grantedFen, ...seen }: Answer): Promise<Done> {
  const { tx, by, now } = deed
  const claim = await lockSeen(deed, seen)
  refuseIf(whyNotAnswer({ status: claim.status, remedy, grantedFen, claimedFen: claim.claimedFen }))
  await data.writeAnswer(tx, by.storeId, { id: claim.id, at: now, byName: by.name, answeredWith, words, remedy, grantedFen: remedy === null ? null : grantedFen })
  return said(deed, claim, remedy === null ? 'refused' : 'accepted', { answeredWith, words, remedy, grantedFen })
}

/** What was promised is there; or one lets a refusal rest. */
export async function closeClaim(deed: Deed, { words, ...seen }: SeenClaim & { readonly words: string }): Promise<Done> {
  const { tx, by, now } = deed
  const claim = await lockSeen(deed, seen)
  refuseIf(whyNotClose({ status: claim.status, remedy: claim.remedy, statement: claim.statementNumber }))
  await data.writeClosed(tx, by.storeId, { id: claim.id, at: now, byName: by.name, words })
  return said(deed, claim, 'closed', { status: 'closed', words })
}

/** The answer does not hold: it is asked again, with a new deadline. */
export async function reopenClaim(deed: Deed, { reason, dueDay, ...seen }: SeenClaim & { readonly reason: string; readonly dueDay: string }): Promise<Done> {
  const { tx, by, now } = deed
  const claim = await lockSeen(deed, seen)
  refuseIf(whyNotReopen({ status: claim.status, remedy: claim.remedy, statement: claim.statementNumber }))
  refuseIf(dueDay < localDay(now, by.timeZone) ? new Refusal('supplier-returns.due-in-past') : null)
  await data.writeReopened(tx, by.storeId, { id: claim.id, words: reason, dueDay })
  return said(deed, claim, 'reopened', { status: 'open', dueDay }, reason)
}

export async function withdrawClaim(deed: Deed, { reason, ...seen }: SeenClaim & { readonly reason: string }): Promise<Done> {
  const claim = await lockSeen(deed, seen)
  refuseIf(whyNotWithdrawClaim(claim.status))
  await data.writeWithdrawn(deed.tx, deed.by.storeId, claim.id, reason)
  return said(deed, claim, 'withdrawn', { status: 'withdrawn' }, reason)
}
