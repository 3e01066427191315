import type { Actor } from '../../kernel/actor.ts'
import { lineAmount, shareOf } from '../../kernel/money.ts'
import { addDays, localDay } from '../../kernel/time.ts'
import { furnishStore, receiveParts } from '../../modules/stock/public.ts'
import type { Database } from '../../platform/database.ts'
import { perform } from '../../platform/deed.ts'
import type { Chance } from './chance.ts'
import type { Masters } from './masters.ts'

const binCodes = ['A', 'B', 'C'].flatMap((aisle) => Array.from({ length: 20 }, (_, index) => `${aisle}-${String(Math.floor(index / 5) + 1).padStart(2, '0')}-${String((index % 5) + 1).padStart(2, '0')}`))

export type StockWish = { readonly by: Actor; readonly parts: Masters['parts']; readonly chance: Chance; readonly now: Date }

/** Opening stock as a store brings it along: two or three lots of most parts, of different days and costs (cost about 55 % of the cap, net). */
export async function stockStore(database: Database, { by, parts, chance, now }: StockWish): Promise<void> {
  const today = localDay(now, by.timeZone)
  const bins = await database.transaction([by.storeId], (tx) => furnishStore(tx, by.storeId, binCodes, now, chance.bytes))
  const lines = parts.flatMap((part, index) => Array.from({ length: 1 + chance.below(3) }, (_, lot) => {
    const thousandths = (part.unit === '升' ? 20 + chance.below(180) : 2 + chance.below(18)) * 1_000
    const unitCost = shareOf(part.capFen, 5_200 + chance.below(600))
    return {
      partId: part.id, placeId: bins[index % bins.length] ?? '', thousandths, costFen: lineAmount(unitCost, thousandths),
      receivedOn: addDays(today, -(10 + lot * 25 + chance.below(20))),
    }
  }))
  for (let from = 0; from < lines.length; from += 200) {
    const slice = lines.slice(from, from + 200)
    const call = { operation: 'opening stock', key: `opening-stock-${String(from)}`, body: from, requestId: 'demo' }
    await perform({ database, clock: { now: () => now }, onNews: () => {} }, by, call, (deed) => receiveParts(deed, { from: 'opening', reference: '期初', lines: slice }))
  }
}
