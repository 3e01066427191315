import { found } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { beginListed, endListed, endListing, lockListed, nextOut, takeOut, takeUp } from '../../catalogue/public.ts'
import * as lines from '../data/lines.ts'
import * as data from '../data/lists.ts'

/** Lines of one step, as when a list is taken up. */
export const atOnce = 5_000

export type UnderWay = Pick<data.ListData, 'id' | 'number' | 'fromDay' | 'refusal' | 'words'> & { readonly taking: data.Taking }
/** What a step did, in lines; null: there is nothing more to do. */
export type Step = number | null

/** The next prices of a list go out; 0 when none of them is left. */
export async function nextOutOf({ tx }: Deed, listId: string): Promise<number> {
  await lockListed(tx, nextOut(listId, atOnce))
  return takeOut(tx, listId, atOnce)
}

/** Before its day: from the first step on none of its prices counts, and those before them count on; when the last one is out it is withdrawn. */
export async function withdrawNext(deed: Deed, { id, taking }: UnderWay): Promise<Step> {
  const { tx } = deed
  const out = await nextOutOf(deed, id)
  if (out > 0) {
    await data.setTaking(tx, id, { ...taking, done: taking.done + out, turn: taking.turn + 1 })
    return out
  }
  await endListing(tx, id)
  return ended(deed, { id, status: 'withdrawn', taking })
}

/**
 * The counter list, line by line beside the list that it reverses: where that one's price still counts, the one before it counts again from today, or none. Where somebody gave the part a newer
 * price meanwhile the newer one stays, and the counter list says of which parts. All of it counts from the moment the last line is written.
 */
export async function reverseNext(deed: Deed, list: UnderWay & { readonly taking: { readonly reversing: data.Reversing } }): Promise<Step> {
  const { tx } = deed
  const { id: counterId, taking } = list
  const { reversing } = taking
  const { listId } = reversing
  const piece = reversing.written ? null : await lines.nextPiece(tx, listId, taking, atOnce)
  if (piece !== null) {
    const day = list.fromDay ?? ''
    await lockListed(tx, lines.pricesIn(listId, piece))
    await lines.insertCounter(tx, counterId, listId, piece, day)
    const kept = await lines.keptIn(tx, listId, piece, day)
    if (!reversing.out) {
      await endListed(tx, { source: lines.endsIn(counterId, piece), listId, day, by: counterId })
      await takeUp(tx, { source: lines.pricesIn(counterId, piece), listId: counterId, day })
    }
    await data.setTaking(tx, counterId, { ...taking, kind: piece.kind, number: piece.upTo, done: taking.done + piece.count, turn: taking.turn + 1, reversing: { ...reversing, kept: [...new Set([...reversing.kept, ...kept.numbers])].slice(0, mostNamed), keptCount: reversing.keptCount + kept.count } })
    return piece.count
  }
  if (reversing.out && !reversing.written) await beginListed(tx, listId) // on its own first day its prices go out, for everybody at once
  const out = reversing.out ? await nextOutOf(deed, listId) : 0
  if (out > 0) {
    await data.setTaking(tx, counterId, { ...taking, turn: taking.turn + 1, reversing: { ...reversing, written: true } })
    return out
  }
  await endListing(tx, reversing.out ? listId : counterId)
  await data.writeCounts(tx, counterId)
  await data.setApproved(tx, { id: counterId, at: deed.now, byName: taking.by.name })
  await data.setKept(tx, counterId, { count: reversing.keptCount, numbers: [...reversing.kept] })
  deed.record({ subject: 'price-list', subjectId: counterId, before: { status: 'taking' }, after: { status: 'approved', reverses: listId, kept: reversing.keptCount } })
  deed.announce({ event: 'price-list.approved', subjectId: counterId })
  return ended(deed, { id: listId, status: 'reversed', taking })
}

/** Part numbers that the report names; how many there are it says anyway. */
const mostNamed = 20

async function ended(deed: Deed, { id, status, taking }: { readonly id: string; readonly status: 'withdrawn' | 'reversed'; readonly taking: data.Taking }): Promise<null> {
  const words = found(taking.words ?? null, 'reason')
  await data.setEnded(deed.tx, { id, status, at: deed.now, byName: taking.by.name, words })
  deed.record({ subject: 'price-list', subjectId: id, before: { status: status === 'withdrawn' ? 'taking' : 'approved' }, after: { status }, reason: words })
  deed.announce({ event: `price-list.${status}`, subjectId: id })
  return null
}
