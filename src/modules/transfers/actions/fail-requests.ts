import { byItself } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/time.ts'
import { perform, type Deed, type DeedTools } from '../../../platform/deed.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import { loseSource } from '../../purchasing/public.ts'
import { failedRequests, type Failed } from '../data/transfers.ts'

/** The requests that this transfer was to serve wait for another source. */
export const failRequests = (deed: Deed, failed: readonly Omit<Failed, 'transferId'>[]): Promise<void> =>
  loseSource(deed, failed.map(({ requestId, supplier, number, words }) => ({ requestId, source: 'transfer', supplier, why: [supplier, words.trim() || number].join(' · ') })))

/**
 * What runs by itself: the other store said no in a deed of its own, which touches nothing of the asking store; that store's requests hear of it here, in a deed of theirs for each transfer. Answers how many.
 */
export async function settleFailedTransfers({ database, clock, react }: Pick<DeedTools, 'database' | 'react'> & { readonly clock: Clock }): Promise<number> {
  let settled = 0
  for (const storeId of await storeIds(database.plain)) {
    const { timeZone, failed } = await database.reading([storeId], async (tx) => ({ timeZone: (await findStore(tx, storeId)).timeZone, failed: await failedRequests(tx, storeId) }))
    const by = byItself({ storeId, storeCode: '', timeZone })
    for (const transferId of new Set(failed.map((one) => one.transferId))) {
      const call = { operation: 'settle a failed transfer', key: `failed-${transferId}-${String(clock.now().getTime())}`, body: null, requestId: 'upkeep' }
      settled += await perform({ database, clock, onNews: () => {}, ...(react === undefined ? {} : { react }) }, by, call, (deed) => settle(deed, transferId))
    }
  }
  return settled
}

/** As it stands in this transaction: somebody may have given them another source meanwhile. */
async function settle(deed: Deed, transferId: string): Promise<number> {
  const failed = (await failedRequests(deed.tx, deed.by.storeId)).filter((one) => one.transferId === transferId)
  await failRequests(deed, failed)
  deed.record({ subject: 'transfer', subjectId: transferId, after: { withoutSource: failed.map(({ requestId }) => requestId) } })
  return failed.length
}
