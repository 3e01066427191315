/** Why a price stands for approval though nobody typed it: stored as a fact, said in the reader's language. Percent in hundredths. */
export const floorReason = (percent: number): string => `below-floor ${String(percent)}`

/** What to say of a deviation: the floor's percent, or the words that somebody typed. */
export function readDeviation(reason: string): { readonly floorPercent: number } | { readonly words: string } {
  const floor = /^below-floor (\d+)$/.exec(reason)?.[1]
  return floor === undefined ? { words: reason } : { floorPercent: Number(floor) / 100 }
}
