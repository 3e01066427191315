/** What becomes of the parts that an appointment keeps. */
export type Fate = 'hand-over' | 'release' | 'top-up'

export type KeepFacts = { readonly dayOver: boolean; /** Of the visit of its car on that day; null while it is not there. */ readonly orderStatus: string | null }

const beforeTheYes: readonly string[] = ['arrived', 'received', 'estimated']

/**
 * rules.md, Stock: a late car keeps its parts until the day is over; then they are free. A car that is there takes them along to its order, where
 * the customer's yes reserves them line by line; an order that is past that has its own.
 */
export function fateOf({ dayOver, orderStatus }: KeepFacts): Fate {
  if (orderStatus !== null) return beforeTheYes.includes(orderStatus) ? 'hand-over' : 'release'
  return dayOver ? 'release' : 'top-up'
}
