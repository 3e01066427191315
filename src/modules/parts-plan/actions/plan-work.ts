import { perform } from '../../../platform/deed.ts'
import { actorOf, patiently, type LongWork } from '../../../platform/long-work.ts'
import { findPlan, plansUnderWay } from '../data/plans.ts'
import { writeNext } from './propose.ts'

/** A plan whose lines are being written goes on by itself after a restart, where it stood; discarded meanwhile, it ends. */
export const planWork: LongWork = {
  begins: ['parts-plan.proposing'],
  underWay: plansUnderWay,
  goOn: async (tools, { storeId, id }, stop) => {
    const step = async (): Promise<boolean> => {
      const plan = await tools.database.reading([storeId], (tx) => findPlan(tx, storeId, id))
      const proposing = plan?.proposing ?? null
      if (proposing === null) return true
      const call = { operation: 'propose a monthly plan', key: `parts-plan-${id}-${proposing.after ?? ''}`, body: [id, proposing.after], requestId: id }
      return perform(tools, actorOf(proposing.by, storeId), call, async (deed) => {
        const ended = await writeNext(deed, id)
        deed.record({ subject: 'parts-plan', subjectId: id, after: { parts: proposing.done, ended } })
        deed.announce({ event: ended ? 'parts-plan.drafted' : 'parts-plan.progressed', subjectId: id })
        return ended
      })
    }
    while (!stop() && !await patiently(step));
  },
}
