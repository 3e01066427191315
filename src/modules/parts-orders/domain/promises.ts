/** What the board of promises tells apart. */
type Promised = { readonly overdue: boolean; readonly news: boolean; readonly eta: string | null; readonly toldEta: string | null; readonly accident: boolean; readonly onOrder: { /** Its supplier confirmed nought. */ readonly nought: boolean } | null; /** It comes from another store. */ readonly onTransfer: object | null }

export const promiseGroups = ['all', 'overdue', 'untold', 'accident', 'to-order'] as const
export type PromiseGroup = (typeof promiseGroups)[number]

export const isOfGroup: Readonly<Record<PromiseGroup, (row: Promised) => boolean>> = {
  all: () => true, overdue: ({ overdue }) => overdue, untold: ({ news, eta, toldEta }) => news && (eta !== null || toldEta !== null), accident: ({ accident }) => accident, 'to-order': ({ onOrder, onTransfer }) => (onOrder === null || onOrder.nought) && onTransfer === null,
}

/** Whether the customer knows the day that holds now. */
export const toldOf = ({ decision, news }: { readonly decision: string | null; readonly news: boolean }): 'not-told' | 'told-other-day' | 'told' => (decision === null ? 'not-told' : news ? 'told-other-day' : 'told')

type Found = {
  readonly number: string; readonly plate: string; readonly orderNumber: string; readonly ownerName: string; readonly customerName: string; readonly advisorName: string; readonly partNumber: string; readonly nameZh: string; readonly nameEn: string; readonly supplier: string
  readonly onOrder: { readonly number: string } | null; readonly onTransfer: { readonly number: string } | null
}

/** What is typed stands in one of the names and numbers of the row; the dot of a plate may be left out. */
export function says(row: Found, find: string): boolean {
  const wanted = find.trim().replaceAll('·', '').toUpperCase()
  return [row.number, row.plate, row.orderNumber, row.ownerName, row.customerName, row.advisorName, row.partNumber, row.nameZh, row.nameEn, row.supplier, row.onOrder?.number ?? '', row.onTransfer?.number ?? ''].some((text) => text.toUpperCase().includes(wanted))
}
