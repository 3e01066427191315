/** What the board of promises tells apart. */
type Promised = { readonly overdue: boolean; readonly news: boolean; readonly eta: string | null; readonly accident: boolean; readonly onOrder: object | null }

export const promiseGroups = ['all', 'overdue', 'untold', 'accident', 'to-order'] as const
export type PromiseGroup = (typeof promiseGroups)[number]

export const isOfGroup: Readonly<Record<PromiseGroup, (row: Promised) => boolean>> = {
  all: () => true, overdue: ({ overdue }) => overdue, untold: ({ news, eta }) => news && eta !== null, accident: ({ accident }) => accident, 'to-order': ({ onOrder }) => onOrder === null,
}

/** Whether the customer knows the day that holds now. */
export const toldOf = ({ decision, news }: { readonly decision: string | null; readonly news: boolean }): 'not-told' | 'told-other-day' | 'told' => (decision === null ? 'not-told' : news ? 'told-other-day' : 'told')
