import type { PhotoSubject } from '../../photos/public.ts'
import { findInstance } from '../data/instances.ts'

/** Photos go with a duty until it is over. */
export const photosOfDuty: PhotoSubject = async (tx, storeId, instanceId) => {
  const instance = await findInstance(tx, storeId, instanceId)
  return instance === null ? null : instance.status === 'open' ? 'open' : 'closed'
}
