/** By its number; the most on hand, the least free, the greatest value first. */
export const stockSorts = ['number', 'on-hand', 'least-free', 'value'] as const
export type StockSort = (typeof stockSorts)[number]

/** Where the page before ended: the amount it is sorted by and the part. */
export type Mark = { readonly amount: number; readonly partId: string }
export const textOf = ({ amount, partId }: Mark): string => `${String(amount)} ${partId}`
export function markOf(text: string | undefined): Mark | null {
  const found = /^(-?\d{1,15}) ([0-9a-f-]{36})$/.exec(text ?? '')
  return found === null ? null : { amount: Number(found[1]), partId: found[2] ?? '' }
}
