import type { Tx } from '../../../platform/database.ts'
import type { PriceKind } from '../../catalogue/domain/payers.ts'
import { compareAnew, findGone, forgetGone, piecesOf } from '../data/lines.ts'
import { writeCounts } from '../data/lists.ts'

/** Every line beside the price that will count on the day without the list; and the parts of which it says nothing. */
export async function compare(tx: Tx, listId: string, day: string): Promise<void> {
  const pieces = await piecesOf(tx, listId)
  for (const piece of pieces) await compareAnew(tx, listId, piece, day)
  await compareRest(tx, listId, day, new Set(pieces.map((piece) => piece.kind)))
}

/** The lines stand beside their prices: what the list says nothing about, and how many are of which change. */
export async function compareRest(tx: Tx, listId: string, day: string, kinds: Iterable<PriceKind>): Promise<void> {
  await forgetGone(tx, listId)
  for (const kind of kinds) await findGone(tx, listId, kind, day)
  await writeCounts(tx, listId)
}
