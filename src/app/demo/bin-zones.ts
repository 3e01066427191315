import { putZone } from '../../modules/bins/public.ts'
import type { Tx } from '../../platform/database.ts'

/** Three aisles as a store of this size has them: fast movers by the counter, general parts, liquids and batteries at the back. */
export async function describeZones(tx: Tx, storeId: string): Promise<void> {
  const zone = { staging: false, fullAt: 6, version: 1 }
  await putZone(tx, storeId, { ...zone, code: 'A', name: '常用件', holds: ['normal', 'small'], near: true })
  await putZone(tx, storeId, { ...zone, code: 'B', name: '一般件', holds: ['normal', 'small'], near: false })
  await putZone(tx, storeId, { ...zone, code: 'C', name: '油液与大件', holds: ['normal', 'small', 'liquid', 'battery'], near: false })
}
