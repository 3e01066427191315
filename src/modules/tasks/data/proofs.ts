import { noneLeft, type Proof, type Proofs } from '../../../platform/proof.ts'
import type { TaskKind } from '../domain/task.ts'

/** Nothing of this kind that falls to a position is open past its deadline. */
const noneOverdue = (kind: TaskKind, position: string): Proof => ({
  settles: 'at-deadline', page: '/tasks',
  evaluate: async (tx, { storeId, until }) => noneLeft((await tx.all<{ id: string }>`
    select id from tasks.task where store_id = ${storeId} and status = 'open' and position = ${position} and kind = ${kind} and due_at < ${until} order by due_at limit 100`).map(({ id }) => `/tasks/${id}`)),
})

/** Duties that the channel and tasks prove: reported problems are closed in time, what was asked for is done in time. */
export const taskProofs: Proofs = {
  'FDS-1.3': noneOverdue('problem', 'FDS'), 'WSS-1.3': noneOverdue('problem', 'WSS'), 'SAD-2.2': noneOverdue('problem', 'SAD'),
  'INF-1.5': noneOverdue('task', 'INF'), 'INF-2.7': noneOverdue('task', 'INF'), 'STM-8.3': noneOverdue('task', 'STM'), 'STM-8.6': noneOverdue('task', 'STM'), 'FDS-5.3': noneOverdue('task', 'FDS'),
  'INS-2.15': noneOverdue('task', 'INS'), 'INS-4.3': noneOverdue('task', 'INS'), 'INS-4.4': noneOverdue('task', 'INS'),
}
