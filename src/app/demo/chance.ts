/** Repeatable chance: the same seed gives the same store, so a failure can be replayed. */
export type Chance = {
  /** Whole number from 0 below the limit. */
  below(limit: number): number
  pick<T>(items: readonly T[]): T
  /** True in so many of a hundred cases. */
  percent(percent: number): boolean
  bytes(count: number): Uint8Array
}

/** mulberry32: small, quick, good enough to deal cards. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    percent: (percent) => below(100) < percent,
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  }
}
