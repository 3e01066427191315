import type { Actor } from '../../kernel/actor.ts'
import { lineAmount, shareOf } from '../../kernel/money.ts'
import { addDays, localDay } from '../../kernel/time.ts'
import type { LotInBin } from '../../modules/stock/domain/lots.ts'
import { furnishStore, placeOfKind, receiveParts } from '../../modules/stock/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Chance } from './chance.ts'
import type { Masters } from './masters.ts'
import { doesIn } from './perform-visit.ts'

const binCodes = (perAisle: number): string[] => ['A', 'B', 'C'].flatMap((aisle) =>
  Array.from({ length: perAisle }, (_, index) => `${aisle}-${String(Math.floor(index / 5) + 1).padStart(2, '0')}-${String((index % 5) + 1).padStart(2, '0')}`))

export type StockWish = { readonly by: Actor; readonly parts: Masters['parts']; readonly chance: Chance; readonly now: Date; readonly binsPerAisle?: number }

export type DemoStock = {
  readonly bins: readonly string[]
  /** Where parts come from and go to. */
  readonly sources: { readonly jobId: string; readonly supplierId: string; binOf(placeId: string): string }
  readonly lots: readonly (LotInBin & { readonly cost: number })[]
}

/** Opening stock as a store brings it along: one to three lots of each part, of different days and costs (cost about 55 % of the cap, net). */
export async function stockStore(database: Database, { by, parts, chance, now, binsPerAisle = 20 }: StockWish): Promise<DemoStock> {
  const today = localDay(now, by.timeZone)
  const codes = binCodes(binsPerAisle)
  const bins = await database.transaction([by.storeId], (tx) => furnishStore(tx, by.storeId, codes, now, chance.bytes))
  const codeOf = new Map(bins.map((id, index) => [id, codes[index] ?? '']))
  const lines = parts.flatMap((part, index) => Array.from({ length: 1 + chance.below(part.base ? 3 : 2) }, (_, lot) => {
    const thousandths = (part.unit === '升' ? 20 + chance.below(180) : part.base ? 2 + chance.below(18) : 1 + chance.below(2)) * 1_000
    const unitCost = shareOf(part.capFen, 5_200 + chance.below(600))
    return {
      partId: part.id, placeId: bins[index % bins.length] ?? '', thousandths, costFen: lineAmount(unitCost, thousandths),
      receivedOn: addDays(today, -(10 + lot * 25 + chance.below(20))),
    }
  }))
  const does = doesIn(database)
  const lots: (LotInBin & { cost: number })[] = []
  for (let from = 0; from < lines.length; from += 200) {
    const slice = lines.slice(from, from + 200)
    const { lots: ids } = await does(by, now, (deed) => receiveParts(deed, { from: 'opening', reference: '期初', lines: slice }))
    lots.push(...slice.map(({ partId, placeId, thousandths, costFen, receivedOn }, index) =>
      ({ lotId: ids[index] ?? '', partId, placeId, bin: codeOf.get(placeId) ?? '', receivedOn, here: thousandths, cost: costFen })))
  }
  const [job, supplier] = await database.reading([by.storeId], async (tx) => [await placeOfKind(tx, by.storeId, 'job'), await placeOfKind(tx, by.storeId, 'supplier')] as const)
  return { bins, lots, sources: { jobId: job.id, supplierId: supplier.id, binOf: (placeId) => codeOf.get(placeId) ?? '' } }
}
