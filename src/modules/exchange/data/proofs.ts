import { firstIdAt } from '../../../kernel/ids.ts'
import { localDay, wallTime } from '../../../kernel/time.ts'
import type { Proof, Proofs } from '../../../platform/proof.ts'
import { closeAt, findStore, openAt, openingTimes } from '../../organisation/public.ts'

/**
 * What the log of exports and of access says against somebody: a list that left the house as a file while the house was closed, and what he tried to get at without the right to it.
 * Each of them is one too many (PPL-9.3, WHK-6.2).
 */
const keptInside: Proof = {
  settles: 'at-deadline', page: '/exchange',
  evaluate: async (tx, { storeId, from, until, holderId }) => {
    const { timeZone } = await findStore(tx, storeId)
    const exports = await tx.all<{ at: Date }>`
      select at from exchange.export where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)} and (${holderId}::uuid is null or person_id = ${holderId}::uuid) limit 500`
    const { refused } = await tx.one<{ refused: number }>`
      select count(*) as refused from platform.audit where store_id = ${storeId} and subject = 'operation' and subject_id is null and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}
        and result = 'refused' and reason = 'platform.no-right' and (${holderId}::uuid is null or person_id = ${holderId}::uuid)`
    const opening = await openingTimes({ tx, by: { storeId } }, localDay(from, timeZone), localDay(until, timeZone))
    const whileClosed = exports.filter(({ at }) => {
      const [day, time] = [localDay(at, timeZone), wallTime(at, timeZone).slice(11, 16)]
      const [opens, closes] = [openAt(opening, day), closeAt(opening, day)]
      return opens === null || closes === null || time < opens || time > closes
    }).length
    const figure = whileClosed + refused
    return { met: figure === 0, figure, target: 0, references: [] }
  },
}

/** Duties that the log of exports and of access proves. */
export const exchangeProofs: Proofs = { 'PPL-9.3': keptInside, 'WHK-6.2': keptInside }
