import type { Database } from '../../platform/database.ts'
import { WrongSetting } from '../../platform/settings.ts'
import { isEmptyStore } from '../demo/is-empty.ts'
import { loadDemo } from '../demo/load-demo.ts'
import type { StoreDatabase } from '../store-database.ts'
import { clock, step } from './prepare.ts'

export async function loadTier(store: StoreDatabase, database: Database, tier: string): Promise<void> {
  if (tier !== 'T0') throw new WrongSetting(`Unknown tier "${tier}". There is: T0.`)
  if (!await isEmptyStore(database)) throw new WrongSetting('The demo store goes into an empty database only. Set another DATA_DIR.')
  await step(`Loading the demo store (${tier})`, async () => {
    await loadDemo(database, { now: clock.now(), seed: 1 })
    await store.analyse()
  })
}
