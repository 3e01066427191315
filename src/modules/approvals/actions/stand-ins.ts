import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { listRightsOf } from '../../organisation/public.ts'
import { deputiesOn } from '../../rosters/public.ts'
import { openRequests, type RequestData } from '../data/requests.ts'
import { requestKinds } from '../domain/request.ts'
import type { StandIn } from '../domain/stand-ins.ts'
import { rightToDecide } from './requests.ts'

type Store = { readonly id: string; readonly timeZone: string }

/** For other modules: everybody who stands in at a moment, with the rights of those for whom. */
export async function standInsAt(tx: Tx, store: Store, now: Date): Promise<StandIn[]> {
  const away = await deputiesOn(tx, store, now)
  if (away.length === 0) return []
  const rights = new Map((await listRightsOf(tx, store.id, away.map(({ personId }) => personId), localDay(now, store.timeZone))).map(({ id, permissions }) => [id, permissions]))
  return away.map(({ personId, deputyId }) => ({ deputyId, absentId: personId, permissions: rights.get(personId) ?? [] }))
}

const mostTold = 200

/** For other modules: what waits for a decision, the oldest first, with the right that it takes. */
export const whatWaits = async (tx: Tx, storeId: string): Promise<(Pick<RequestData, 'id' | 'kind' | 'about' | 'personId' | 'personName'> & { readonly right: string })[]> =>
  (await openRequests(tx, storeId, requestKinds, mostTold)).map((request) => ({ ...request, right: rightToDecide(request.kind) }))
