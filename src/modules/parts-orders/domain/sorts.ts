import { lineAmount } from '../../../kernel/money.ts'

export const directions = ['ascending', 'descending'] as const
export type Direction = (typeof directions)[number]

/** The columns of the board of promises that it goes by. */
export const promiseSorts = ['eta', 'car', 'customer', 'part', 'source'] as const
export type PromiseSort = (typeof promiseSorts)[number]
/** The columns of the reorder list that it goes by. */
export const reorderSorts = ['part', 'on-hand', 'reserved', 'on-order', 'point', 'up-to', 'proposed', 'value'] as const
export type ReorderSort = (typeof reorderSorts)[number]

type Key = string | number | null
const compare = (a: Key, b: Key): number => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh'))

/** Rows that say the same stay in the order they came in; what says nothing stands last, whichever way. */
export function sorted<Row>(rows: readonly Row[], key: (row: Row) => Key, direction: Direction): Row[] {
  const way = direction === 'ascending' ? 1 : -1
  const silent = (value: Key): boolean => value === null || value === ''
  return rows.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)]
    return silent(left) || silent(right) ? Number(silent(left)) - Number(silent(right)) : way * compare(left, right)
  })
}

type Promised = { readonly eta: string | null; readonly plate: string; readonly orderNumber: string; readonly ownerName: string; readonly customerName: string; readonly partNumber: string; readonly supplier: string; readonly onOrder: { readonly number: string } | null }
export const promiseKeys: Readonly<Record<PromiseSort, (row: Promised) => Key>> = {
  eta: ({ eta }) => eta, car: ({ plate, orderNumber }) => plate || orderNumber, customer: ({ ownerName, customerName }) => ownerName || customerName, part: ({ partNumber }) => partNumber, source: ({ onOrder, supplier }) => onOrder?.number ?? supplier,
}

type Low = { readonly number: string; readonly onHand: number; readonly reserved: number; readonly onOrder: number; readonly point: number; readonly upTo: number; readonly proposed: number; readonly unitCostFen: number }
export const reorderKeys: Readonly<Record<ReorderSort, (row: Low) => Key>> = {
  part: ({ number }) => number, 'on-hand': ({ onHand }) => onHand, reserved: ({ reserved }) => reserved, 'on-order': ({ onOrder }) => onOrder, point: ({ point }) => point, 'up-to': ({ upTo }) => upTo, proposed: ({ proposed }) => proposed,
  value: ({ proposed, unitCostFen }) => lineAmount(unitCostFen, proposed),
}
