import { invariant } from '../../kernel/refusal.ts'
import { costOfNext, planTake, type LotInBin } from '../../modules/stock/domain/lots.ts'

export type ShelvedLot = LotInBin & { readonly received: number; readonly cost: number; out: number; outCost: number; here: number }

export type TakenLot = { readonly lotId: string; readonly placeId: string; readonly bin: string; readonly thousandths: number; readonly costFen: number }

/** The lots of a store in memory, so that a history of a year asks the database nothing. Oldest first and at the lot's cost, by the rules of the stock. */
export type Shelves = { put(lot: LotInBin & { readonly cost: number }): void; take(partId: string, thousandths: number): TakenLot[] }

export function emptyShelves(): Shelves {
  const lotsOf = new Map<string, ShelvedLot[]>()
  return {
    put: (lot) => {
      const lots = lotsOf.get(lot.partId) ?? []
      lots.push({ ...lot, received: lot.here, out: 0, outCost: 0 })
      lotsOf.set(lot.partId, lots)
    },
    take: (partId, asked) => {
      const lots = lotsOf.get(partId) ?? []
      const plan = planTake(lots, asked)
      invariant(plan !== null, 'the history hands out what was never received')
      const taken = plan.map(({ lotId, placeId, bin, thousandths }) => {
        const lot = lots.find((one) => one.lotId === lotId)
        invariant(lot !== undefined, 'a planned lot is gone')
        const costFen = costOfNext(lot, thousandths)
        lot.out += thousandths
        lot.outCost += costFen
        lot.here -= thousandths
        return { lotId, placeId, bin, thousandths, costFen }
      })
      lotsOf.set(partId, lots.filter(({ here }) => here > 0))
      return taken
    },
  }
}
