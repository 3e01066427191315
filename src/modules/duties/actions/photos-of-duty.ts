import type { PhotoSubject } from '../../photos/public.ts'
import { findInstance } from '../data/instances.ts'
import { findTask } from '../data/tasks.ts'

/** Photos go with a duty until it is over. */
export const photosOfDuty: PhotoSubject = async (tx, storeId, instanceId) => {
  const instance = await findInstance(tx, storeId, instanceId)
  return instance === null ? null : instance.status === 'open' ? 'open' : 'closed'
}

/** And with a corrective task until its point passed. */
export const photosOfCorrectiveTask: PhotoSubject = async (tx, storeId, taskId) => {
  const task = await findTask(tx, storeId, taskId)
  return task === null ? null : task.closedAt === null ? 'open' : 'closed'
}
