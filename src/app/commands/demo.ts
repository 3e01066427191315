import type { Database } from '../../platform/database.ts'
import { keptFiles } from '../../platform/kept-files.ts'
import { WrongSetting } from '../../platform/settings.ts'
import { isEmptyStore } from '../demo/is-empty.ts'
import { isTier, loadDemo, type Tier } from '../demo/load-demo.ts'
import type { StoreDatabase } from '../store-database.ts'
import { photoFolderOf } from '../verify.ts'
import { clock, step } from './prepare.ts'

/** T0: two stores with fourteen days behind them; T1: with a year. With patience: on a busy machine a year's price list takes longer than a question of daily work may. */
export async function loadTier(store: StoreDatabase, tier: string, dataFolder: string): Promise<void> {
  if (!isTier(tier)) throw new WrongSetting(`Unknown tier "${tier}". There are T0 and T1.`)
  const database = store.open('patient')
  try {
    await loadInto(store, database, tier, dataFolder)
  } finally {
    await database.close()
  }
}

async function loadInto(store: StoreDatabase, database: Database, tier: Tier, dataFolder: string): Promise<void> {
  if (!await isEmptyStore(database)) throw new WrongSetting('The demo store goes into an empty database only. Set another DATA_DIR.')
  await step(`Loading the demo store (${tier})`, async () => {
    const onProgress = (percent: number): void => { process.stdout.write(`${String(percent)} % … `) }
    await loadDemo(database, { now: clock.now(), seed: 1, tier, files: keptFiles(photoFolderOf(dataFolder)), analyse: () => store.analyse(), onProgress })
    await store.analyse()
  })
}
