import { uuidv7, type Randomness } from '../../../kernel/ids.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Queries } from '../../../platform/database.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import * as ledger from '../data/ledger.ts'
import { findPlaces, insertPlaces, lockPlace, outsidePlaces, placeOfKind, updatePlace } from '../data/places.ts'
import { whyNotChangeBin } from '../domain/bins.ts'

/** Every store has one supplier side, one job side and so on, and its first bins. Answers the bins' ids. */
export async function furnishStore(tx: Queries, storeId: string, bins: readonly string[], now: Date, random: Randomness): Promise<string[]> {
  const outside = outsidePlaces.map(([kind, code]) => ({ id: uuidv7(now, random), kind, code }))
  const shelves = bins.map((code) => ({ id: uuidv7(now, random), kind: 'bin' as const, code }))
  await insertPlaces(tx, storeId, [...outside, ...shelves])
  return shelves.map(({ id }) => id)
}

/** Refuses a code that exists (platform.already-exists). */
export async function addBin(deed: Deed, { code }: { code: string }): Promise<{ id: string; version: number }> {
  const id = deed.newId()
  await insertPlaces(deed.tx, deed.by.storeId, [{ id, kind: 'bin', code }])
  deed.record({ subject: 'stock-place', subjectId: id, after: { code } })
  deed.announce({ event: 'stock.places-changed', subjectId: id })
  return { id, version: 1 }
}

export type BinWish = { readonly placeId: string; readonly version: number; readonly active: boolean; /** Why nothing may be put there; empty where it may. */ readonly blocked: string }

/** Blocked for a while or opened again, taken out of use or into it again. Refuses stock.bin-not-empty, stock.not-a-bin. */
export async function changeBin(deed: Deed, { placeId, version, active, blocked }: BinWish): Promise<{ version: number }> {
  const { tx, by } = deed
  const bin = found(await lockPlace(tx, by.storeId, placeId), 'bin')
  refuseStale(bin.version, version)
  refuseIf(whyNotChangeBin(bin, active))
  await updatePlace(tx, by.storeId, { id: bin.id, active, blocked })
  deed.record({ subject: 'stock-place', subjectId: bin.id, before: { active: bin.active, blocked: bin.blocked }, after: { code: bin.code, active, blocked } })
  deed.announce({ event: 'stock.places-changed', subjectId: bin.id })
  return { version: bin.version + 1 }
}

export type QuarantineWish = { readonly partId: string; readonly lotId: string; readonly placeId: string; readonly thousandths: number; readonly reason: string }

/** Damaged goods leave the shelf for quarantine; they stay on the books but are not handed out. The same way leads back. */
export async function moveToQuarantine(deed: Deed, wish: QuarantineWish): Promise<{ number: string }> {
  const { tx, by, now } = deed
  const from = found((await findPlaces(tx, by.storeId, [wish.placeId]))[0], 'bin')
  await ledger.lockKnownParts(tx, by.storeId, [wish.partId])
  const lot = (await ledger.lotsForIssue(tx, by.storeId, [wish.partId])).find(({ lotId, placeId }) => lotId === wish.lotId && placeId === from.id)
  refuseIf(lot !== undefined && lot.here >= wish.thousandths ? null : new Refusal('stock.not-enough', { part: from.code, free: (lot?.here ?? 0) / 1000, asked: wish.thousandths / 1000 }))
  const quarantine = await placeOfKind(tx, by.storeId, 'quarantine')
  const number = await nextNumber(deed, 'QT')
  await ledger.postMoves(tx, { storeId: by.storeId, at: now, personId: by.personId, document: number, reason: wish.reason }, [{
    id: deed.newId(), partId: wish.partId, lotId: wish.lotId, fromPlace: from.id, toPlace: quarantine.id, thousandths: wish.thousandths, costFen: 0,
    orderId: null, lineId: null, takesBack: null,
  }])
  deed.record({ subject: 'stock-lot', subjectId: wish.lotId, after: wish, reason: wish.reason })
  deed.announce({ event: 'stock.quarantined', subjectId: wish.lotId })
  return { number }
}
