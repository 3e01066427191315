import { refuseStale } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as data from '../data/rolling.ts'
import { presetSettings, type CountSettings } from '../domain/settings.ts'

/** What the store wants, or the presets (version 0). */
export const settingsOf = async (tx: Tx, storeId: string): Promise<CountSettings & { readonly version: number }> => (await data.findSettings(tx, storeId)) ?? { ...presetSettings, version: 0 }

export async function keepSettings(deed: Deed, { version, ...settings }: CountSettings & { readonly version: number }): Promise<{ version: number }> {
  const before = await settingsOf(deed.tx, deed.by.storeId)
  refuseStale(before.version, version)
  const kept = await data.keepSettings(deed.tx, deed.by.storeId, settings, version)
  if (kept === 0) refuseStale(version + 1, version)
  deed.record({ subject: 'count-settings', subjectId: deed.by.storeId, before, after: settings })
  deed.announce({ event: 'count.settings-kept', subjectId: deed.by.storeId })
  return { version: version + 1 }
}
