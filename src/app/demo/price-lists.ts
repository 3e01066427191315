import type { Actor } from '../../kernel/actor.ts'
import { found } from '../../kernel/refusal.ts'
import { addDays, localDay } from '../../kernel/time.ts'
import { importPriceList, listOfImport, prepareList, whenImportIsFinished } from '../../modules/prices/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Masters } from './masters.ts'
import { doesIn } from './perform-visit.ts'

type Drafted = { readonly name: string; readonly parts: Masters['parts']; readonly inDays: number; /** Percent of the cap, part by part in turn. */ readonly percents: readonly number[] }

/** Lists of the maker that somebody brought in this morning and nobody approved yet: one of the next quarter, three of a few parts. */
export async function bringPriceLists(database: Database, { by, parts, now }: { readonly by: Actor; readonly parts: Masters['parts']; readonly now: Date }): Promise<void> {
  const drafts: readonly Drafted[] = [
    { name: '厂家季度价格目录', parts: parts.slice(0, 60), inDays: 14, percents: [103, 100, 96, 108, 102] },
    { name: '制动件调价', parts: parts.slice(20, 24), inDays: 7, percents: [105] },
    { name: '机油调价', parts: parts.slice(28, 31), inDays: 3, percents: [101] },
    { name: '易损件下调', parts: parts.slice(24, 28), inDays: 0, percents: [97] },
  ]
  const does = doesIn(database)
  const at = new Date(now.getTime() - 2 * 3_600_000)
  const today = localDay(now, by.timeZone)
  for (const { name, parts: listed, inDays, percents } of drafts) {
    await does(by, at, async (deed) => {
      const importId = deed.newId()
      const rows = listed.map(({ number, capFen }, index) => ({ line: index + 2, number, capFen: Math.round((capFen * (percents[index % percents.length] ?? 100)) / 100), retailFen: null, claimFen: null, validFrom: null }))
      await importPriceList(deed, rows, importId)
      await whenImportIsFinished(deed, [{ event: 'import.finished', subjectId: importId }])
      const list = found(await listOfImport(deed.tx, importId), 'price list')
      await prepareList(deed, { listId: list.id, version: list.version, name, fromDay: addDays(today, inDays) })
    })
  }
}
