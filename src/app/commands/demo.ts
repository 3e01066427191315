import type { Database } from '../../platform/database.ts'
import { keptFiles } from '../../platform/kept-files.ts'
import { WrongSetting } from '../../platform/settings.ts'
import { isEmptyStore } from '../demo/is-empty.ts'
import { isTier, loadDemo } from '../demo/load-demo.ts'
import type { StoreDatabase } from '../store-database.ts'
import { photoFolderOf } from '../verify.ts'
import { clock, step } from './prepare.ts'

/** T0: two stores with fourteen days behind them; T1: with a year. */
export async function loadTier(store: StoreDatabase, database: Database, tier: string, dataFolder: string): Promise<void> {
  if (!isTier(tier)) throw new WrongSetting(`Unknown tier "${tier}". There are T0 and T1.`)
  if (!await isEmptyStore(database)) throw new WrongSetting('The demo store goes into an empty database only. Set another DATA_DIR.')
  await step(`Loading the demo store (${tier})`, async () => {
    const onProgress = (percent: number): void => { process.stdout.write(`${String(percent)} % … `) }
    await loadDemo(database, { now: clock.now(), seed: 1, tier, files: keptFiles(photoFolderOf(dataFolder)), analyse: () => store.analyse(), onProgress })
    await store.analyse()
  })
}
