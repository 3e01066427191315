import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { moveBetweenBins } from '../../stock/public.ts'
import { findBin, partsStored } from '../data/bins.ts'
import * as data from '../data/moves.ts'
import { usualClasses } from '../domain/storage.ts'
import { whyNotAgainstRule, whyNotTakeBack } from '../domain/why-not-move.ts'
import { brokenIn, layoutOf } from './read-bins.ts'

export type MoveWish = { readonly partId: string; readonly lotId: string; readonly fromPlace: string; readonly toPlace: string; readonly thousandths: number; readonly reason: string }

/** WHK-5.2: against a storage rule only with a reason, which stays beside the move. */
export async function moveParts(deed: Deed, wish: MoveWish): Promise<{ id: string; number: string }> {
  const { tx, by } = deed
  const [part] = await partsStored(tx, by.storeId, [wish.partId], usualClasses)
  const { partNumber, storage } = found(part, 'part')
  const to = found(await findBin(tx, by.storeId, wish.toPlace), 'bin')
  const broken = brokenIn(await layoutOf(deed), to.code, storage)
  refuseIf(whyNotAgainstRule({ bin: to.code, broken, reason: wish.reason }))
  return write(deed, { ...wish, partNumber, broken, takesBack: null })
}

/** The same pieces go back, once; the reason is why. */
export async function takeBackMove(deed: Deed, { moveId, reason }: { readonly moveId: string; readonly reason: string }): Promise<{ id: string; number: string }> {
  const move = found(await data.findMove(deed.tx, deed.by.storeId, moveId), 'bin move')
  refuseIf(whyNotTakeBack(move))
  const { partId, partNumber, lotId, thousandths } = move
  return write(deed, { partId, partNumber, lotId, thousandths, fromPlace: move.toPlace, toPlace: move.fromPlace, reason, broken: null, takesBack: move.id })
}

type Writing = MoveWish & Pick<data.NewBinMove, 'broken' | 'takesBack'> & { readonly partNumber: string }

async function write(deed: Deed, { partNumber, ...move }: Writing): Promise<{ id: string; number: string }> {
  const { tx, by, now } = deed
  const id = deed.newId()
  const number = await nextNumber(deed, 'BM')
  await moveBetweenBins(deed, { ...move, partNumber, document: number })
  await data.insertMove(tx, by.storeId, { ...move, id, number, at: now, personId: by.personId, personName: by.name })
  deed.record({ subject: 'bin-move', subjectId: id, after: { number, part: partNumber, ...move }, ...(move.reason === '' ? {} : { reason: move.reason }) })
  deed.announce({ event: 'bin.moved', subjectId: id })
  return { id, number }
}
