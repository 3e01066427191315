import type { Tx } from '../../../platform/database.ts'
import { waitingRequests } from '../../approvals/public.ts'
import { dueToday, whatStands } from '../../duties/public.ts'
import { openDeviations } from '../../repair-orders/public.ts'
import * as data from '../data/notices.ts'
import type { SentItem } from '../data/outbox.ts'
import { digestOf, matterOf, type Digest, type DigestItem, type Matter } from '../domain/digest.ts'

type Store = { readonly id: string; readonly timeZone: string }
type Received = Pick<SentItem, 'key' | 'kind' | 'facts' | 'path' | 'at' | 'read'>

/** The digests of a few messages, asked for together: what still stands of all of them, and what each person has to do today. */
export type Digests = { digestFor(recipientId: string, items: readonly Received[]): Digest | null }

export async function digestsOf(tx: Tx, store: Store, now: Date, items: readonly SentItem[]): Promise<Digests> {
  const idsOf = (what: Matter['what']): string[] => [...new Set(items.map(({ key }) => matterOf(key)).filter((matter) => matter.what === what).map(({ id }) => id))]
  const duties = new Map((await whatStands(tx, store.id, idsOf('duty'))).map((duty) => [duty.id, duty.acknowledgedBy]))
  const requests = new Set((await waitingRequests(tx, store.id, idsOf('request'))).map(({ id }) => id))
  const deviations = new Set(idsOf('deviation').length === 0 ? [] : (await openDeviations(tx, store.id)).map(({ id, version }) => `deviation ${id} ${String(version)}`))
  const promises = new Map((await data.promisesOf(tx, store.id, idsOf('promise'))).map(({ id, promisedAt }) => [id, promisedAt.toISOString()]))
  const complaints = new Set((await data.openComplaints(tx, store.id, idsOf('complaint'))).map(({ id }) => id))
  const owed = await dueToday(tx, store, now)

  const stands = (recipientId: string, { key }: DigestItem): boolean => {
    const { what, id } = matterOf(key)
    if (what === 'duty') return duties.get(id)?.includes(recipientId) === false // done, excused or explained, or he has spoken about it
    if (what === 'request') return requests.has(id)
    if (what === 'deviation') return deviations.has(key.split(' deputy ')[0] ?? '')
    if (what === 'promise') return key.endsWith(promises.get(id) ?? '–') // another promise was made since
    return what === 'other' || complaints.has(id)
  }
  return { digestFor: (recipientId, received) => digestOf(received, { isOver: (item) => !stands(recipientId, item), dueToday: owed.get(recipientId) ?? 0 }) }
}
