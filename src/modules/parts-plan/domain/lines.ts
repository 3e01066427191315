/** What of a plan is looked at. */
export const lineFilters = ['planned', 'all', 'changed', 'a-parts', 'emergency', 'lost', 'zero-stock', 'against-last'] as const
export type LineFilter = (typeof lineFilters)[number]

export const lineSorts = ['value', 'number', 'demand', 'difference'] as const
export type LineSort = (typeof lineSorts)[number]

/** Where the page before ended: the amount it is sorted by and the part's number. */
export type Mark = { readonly amount: number; readonly partNumber: string }
export const textOf = ({ amount, partNumber }: Mark): string => `${String(amount)} ${partNumber}`
export function markOf(text: string | undefined): Mark | null {
  const found = /^(-?\d{1,15}) ([A-Z0-9-]{1,40})$/.exec(text ?? '')
  return found === null ? null : { amount: Number(found[1]), partNumber: found[2] ?? '' }
}
