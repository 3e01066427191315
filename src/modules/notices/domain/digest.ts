import type { NoticeFacts, NoticeKind } from './kinds.ts'

export type DigestItem = { readonly kind: NoticeKind; readonly key: string; readonly facts: NoticeFacts; readonly path: string; readonly at: Date; /** Seen in the product already. */ readonly read: boolean }

/** What a notice is about: a duty told late and then climbed is one matter. */
export type Matter = { readonly what: 'duty' | 'request' | 'deviation' | 'promise' | 'complaint' | 'other'; readonly id: string }

const whats: Readonly<Record<string, Matter['what']>> = { late: 'duty', climbed: 'duty', approval: 'request', deviation: 'deviation', 'promise-at-risk': 'promise', 'promise-passed': 'promise', complaint: 'complaint' }

/** Read from the notice's key: `climbed <duty> missed1`, `complaint near <complaint> <moment>`. */
export function matterOf(key: string): Matter {
  const [word = '', ...rest] = key.split(' ')
  const what = whats[word] ?? 'other'
  const id = rest.find((part) => part !== 'near' && part !== 'over')
  return what === 'other' || id === undefined ? { what: 'other', id: key } : { what, id }
}

export const digestGroups = ['late', 'climbed', 'approvals', 'others'] as const
export type DigestGroup = (typeof digestGroups)[number]
const groupOf = (kind: NoticeKind): DigestGroup => (kind === 'duty-late' ? 'late' : kind === 'duty-climbed' ? 'climbed' : kind === 'approval-waits' ? 'approvals' : 'others')

/** The worst first: a customer who waits, then what climbed, whom somebody waits for, what is late, and what is only good to know. */
const weights: Readonly<Record<NoticeKind, number>> = {
  'promise-passed': 0, 'complaint-runs': 1, 'promise-at-risk': 2, 'duty-climbed': 3, 'approval-waits': 4, 'transfer-asked': 4, 'transfer-differs': 5, 'duty-late': 5, 'source-lost': 5, 'arrival-reversed': 5, 'shortage-arrived': 6, 'transfer-refused': 6, 'transfer-shipped': 7, 'checklist-signed': 7, 'order-days-announced': 7, 'task-given': 6, 'approval-refused': 6, 'day-digest': 8, 'week-page': 9,
}

/** So many are named; the others are a number. */
export const mostNamed = 5

export type Digest = { readonly counts: Readonly<Record<DigestGroup, number>>; readonly dueToday: number; readonly worst: readonly DigestItem[]; /** How many are not named. */ readonly rest: number }

/**
 * Digest instead of noise: of what waited for this moment, what still stands and was not seen yet, each matter once. Null: there is nothing to say, and nothing leaves.
 * What was told one by one never waited for it.
 */
export function digestOf(items: readonly DigestItem[], { isOver, dueToday }: { isOver(item: DigestItem): boolean; readonly dueToday: number }): Digest | null {
  const newest = new Map<string, DigestItem>()
  for (const item of items.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const { what, id } = matterOf(item.key)
    if (!item.read && !isOver(item)) newest.set(`${what} ${id}`, item)
  }
  const left = [...newest.values()].toSorted((a, b) => weights[a.kind] - weights[b.kind] || a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1))
  if (left.length === 0) return null
  const count = (group: DigestGroup): number => left.filter(({ kind }) => groupOf(kind) === group).length
  return { counts: { late: count('late'), climbed: count('climbed'), approvals: count('approvals'), others: count('others') }, dueToday, worst: left.slice(0, mostNamed), rest: Math.max(0, left.length - mostNamed) }
}
