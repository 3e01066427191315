// The stock of one part as a plain list of lots, one deed after the other: what the product must come to, whatever happened at the same time. Nothing of the product's own rules is used here.

export type Lot = { readonly id: string; readonly bin: string; readonly day: string; here: number; readonly received: number; readonly cost: number; out: number; outCost: number }
export type Taken = { readonly lot: Lot; readonly thousandths: number; readonly fen: number }
/** What a line got from one lot, and what of it came back. */
export type Handed = Taken & { back: number; backFen: number }

/** By day, and of one day in the order of their making. */
const oldestFirst = (one: Lot, other: Lot): number => (`${one.day} ${one.id}` < `${other.day} ${other.id}` ? -1 : 1)
export const here = (lots: readonly Lot[]): number => lots.reduce((sum, lot) => sum + lot.here, 0)
export const worth = (lots: readonly Lot[]): number => lots.reduce((sum, { cost, outCost }) => sum + cost - outCost, 0)

export const newLot = (came: Pick<Lot, 'id' | 'bin' | 'day' | 'received' | 'cost'>): Lot => ({ ...came, here: came.received, out: 0, outCost: 0 })

/** The oldest lots give first; cost of what leaves = round(cost × out ÷ received) − what left before, never below zero, and the last piece takes the rest. Null, and nothing taken, where there is less. */
export function take(lots: readonly Lot[], asked: number): Taken[] | null {
  if (here(lots) < asked) return null
  let open = asked
  return lots.toSorted(oldestFirst).flatMap((lot) => {
    const thousandths = Math.min(open, lot.here)
    if (thousandths === 0) return []
    open -= thousandths
    const out = lot.out + thousandths
    const fen = out === lot.received ? lot.cost - lot.outCost : Math.min(Math.max(0, Math.round((lot.cost * out) / lot.received) - lot.outCost), lot.cost - lot.outCost)
    Object.assign(lot, { here: lot.here - thousandths, out, outCost: lot.outCost + fen })
    return [{ lot, thousandths, fen }]
  })
}

/** What was handed out last comes back first, to its lot and at the cost it took. */
export function putBack(handed: readonly Handed[], asked: number): Taken[] {
  let open = asked
  return handed.toReversed().flatMap((piece) => {
    const thousandths = Math.min(open, piece.thousandths - piece.back)
    if (thousandths === 0) return []
    open -= thousandths
    const back = piece.back + thousandths
    const fen = (back === piece.thousandths ? piece.fen : Math.round((piece.fen * back) / piece.thousandths)) - piece.backFen
    Object.assign(piece, { back, backFen: piece.backFen + fen })
    const { lot } = piece
    Object.assign(lot, { here: lot.here + thousandths, out: lot.out - thousandths, outCost: lot.outCost - fen })
    return [{ lot, thousandths, fen }]
  })
}

/** What so much costs by the latest receipt. */
export function atLatestCost(lots: readonly Lot[], thousandths: number): number {
  const latest = lots.toSorted(oldestFirst).at(-1)
  return latest === undefined ? 0 : Math.round((latest.cost * thousandths) / latest.received)
}
