/** A line of the supplier's statement. */
export type Theirs = { readonly document: string; readonly partNumber: string; readonly thousandths: number; readonly fen: number }
/** A part of a posted receipt; of a return or a credited claim, below zero. */
export type Ours = { readonly receiptId: string; readonly receiptNumber: string; readonly deliveryNote: string; readonly orderNumber: string; readonly partNumber: string; readonly thousandths: number; readonly fen: number }

export const lineKinds = ['equal', 'quantity', 'price', 'unknown', 'missing'] as const
export type LineKind = (typeof lineKinds)[number]
export type Pair<T extends Theirs = Theirs> = { readonly theirs: T | null; readonly ours: Ours | null; readonly kind: LineKind }

type Test = (theirs: Theirs, ours: Ours) => boolean

const namesOf = ({ deliveryNote, receiptNumber, orderNumber }: Ours): readonly string[] => [deliveryNote, receiptNumber, orderNumber]
const sameQuantity: Test = (theirs, ours) => theirs.thousandths === ours.thousandths
const sameBoth: Test = (theirs, ours) => sameQuantity(theirs, ours) && theirs.fen === ours.fen

/** From the surest sign to the weakest: the delivery's own number; the same quantity and amount; and only where they name no delivery, the quantity, then the part alone. */
function testsFor(ours: readonly Ours[]): readonly Test[] {
  const known = new Set(ours.flatMap(namesOf))
  const unnamed: Test = (theirs) => theirs.document === ''
  return [
    (theirs, one) => !unnamed(theirs, one) && namesOf(one).includes(theirs.document),
    (theirs, one) => !known.has(theirs.document) && sameBoth(theirs, one),
    (theirs, one) => unnamed(theirs, one) && sameQuantity(theirs, one),
    unnamed,
  ]
}

function kindOf(theirs: Theirs, ours: Ours): LineKind {
  if (!sameQuantity(theirs, ours)) return 'quantity'
  return theirs.fen === ours.fen ? 'equal' : 'price'
}

/** Theirs against ours, each used once (PTS-4.1, PTS-4.2): equal, other quantity, other price, unknown to us, missing on theirs. */
export function match<T extends Theirs>(theirs: readonly T[], ours: readonly Ours[]): Pair<T>[] {
  const free = Map.groupBy(ours, ({ partNumber }) => partNumber)
  const partner = new Map<T, Ours>()
  for (const fits of testsFor(ours)) {
    for (const line of theirs) {
      const left = free.get(line.partNumber) ?? []
      const at = partner.has(line) ? -1 : left.findIndex((one) => fits(line, one))
      const [one] = at < 0 ? [] : left.splice(at, 1)
      if (one !== undefined) partner.set(line, one)
    }
  }
  const pairs = theirs.map((line): Pair<T> => {
    const one = partner.get(line) ?? null
    return { theirs: line, ours: one, kind: one === null ? 'unknown' : kindOf(line, one) }
  })
  return [...pairs, ...[...free.values()].flat().map((one): Pair<T> => ({ theirs: null, ours: one, kind: 'missing' }))]
}
