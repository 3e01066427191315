import type { Tx } from '../../../platform/database.ts'
import { compareAnew, findGone, forgetGone, piecesOf } from '../data/lines.ts'
import { writeCounts } from '../data/lists.ts'

/** Every line beside the price that will count on the day without the list; and the parts of which it says nothing. */
export async function compare(tx: Tx, listId: string, day: string): Promise<void> {
  await forgetGone(tx, listId)
  const pieces = await piecesOf(tx, listId)
  for (const piece of pieces) await compareAnew(tx, listId, piece, day)
  for (const kind of new Set(pieces.map((piece) => piece.kind))) await findGone(tx, listId, kind, day)
  await writeCounts(tx, listId)
}
