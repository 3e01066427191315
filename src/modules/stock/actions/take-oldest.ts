import { invariant } from '../../../kernel/refusal.ts'
import type { LotRow } from '../data/ledger.ts'
import { costOfNext, planTake } from '../domain/lots.ts'

export type Taken = { readonly lotId: string; readonly placeId: string; readonly bin: string; readonly thousandths: number; readonly costFen: number }

/** Plans and books against the lots in memory, so that the next line of the same part sees what is left. `inPlace`: of one bin alone; the lot's cost runs on over all its bins. */
export function takeOldest(open: readonly LotRow[], asked: number, inPlace: string | null = null): Taken[] {
  const plan = planTake(inPlace === null ? open : open.filter(({ placeId }) => placeId === inPlace), asked)
  invariant(plan !== null, 'the shelves hold less than the books say')
  return plan.map((take) => {
    const rows = open.filter(({ lotId }) => lotId === take.lotId)
    const first = rows[0]
    invariant(first !== undefined, 'a planned lot is gone')
    const costFen = costOfNext(first, take.thousandths)
    for (const row of rows) {
      row.out += take.thousandths
      row.outCost += costFen
    }
    const shelf = rows.find(({ placeId }) => placeId === take.placeId)
    if (shelf !== undefined) Object.assign(shelf, { here: shelf.here - take.thousandths })
    return { ...take, costFen }
  })
}
