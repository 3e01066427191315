import { chanceFrom } from '../demo/chance.ts'
import { loadMasters, type Masters } from '../demo/masters.ts'
import { stockStore } from '../demo/stock.ts'
import type { TestStore } from './test-store.ts'

export type { Masters } from '../demo/masters.ts'

/** Masters and opening stock for the test's store: parts, prices, labour, rates, a few cars with owners. */
export async function furnish(store: TestStore): Promise<Masters> {
  const chance = chanceFrom(7)
  const now = store.clock.now()
  const reader = { id: store.actor('SAD').personId, name: 'SAD' }
  const masters = await loadMasters(store.database, {
    chance, now, timeZone: 'Asia/Shanghai',
    stores: [{ storeId: store.storeId, vehicles: 8, phoneBlock: '000', reader }, { storeId: store.otherStoreId, vehicles: 2, phoneBlock: '001', reader: { ...reader, id: store.actor('SAD', 'other').personId } }],
  })
  await stockStore(store.database, { by: store.actor('PTS'), parts: masters.parts, chance, now })
  await stockStore(store.database, { by: store.actor('PTS', 'other'), parts: masters.parts.slice(0, 5), chance, now })
  return masters
}

/** Names of the invariants that do not hold, with their first row. */
export async function brokenInvariants(store: Pick<TestStore, 'owner'>, invariants: Readonly<Record<string, string>>): Promise<string[]> {
  const broken = []
  for (const [name, query] of Object.entries(invariants)) {
    const { rows } = await store.owner.query<Record<string, unknown>>(query)
    if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows[0])}`)
  }
  return broken
}

export const completeSheet = {
  valuablesReminded: true, valuables: '', keyTag: '12', fourPieceSet: ['seat-cover', 'steering-wheel-cover', 'gear-lever-cover', 'floor-mat'],
  interior: { 'warning-lamps': 'good', 'air-conditioning': 'good', audio: 'good', horn: 'good', windows: 'good', seats: 'good', 'interior-lamp': 'good', wipers: 'good' },
  luggage: ['spare-wheel'], marks: [{ panel: 'bonnet', damage: 'scratch', note: '' }], tyres: '', waits: true, notes: '',
  consultation: { words: '刹车有异响', when: '起步时', where: '前轮', frequency: '经常', grade: 'B' },
}

/** The sheet of one car, its key on a tag of its own. */
export const sheetOf = (orderId: string) => ({ ...completeSheet, keyTag: orderId.slice(-8) })
export { signature } from '../../platform/example.ts'
