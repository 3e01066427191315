import { found } from '../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../kernel/time.ts'
import { approveRequest, standingRequest } from '../../modules/approvals/public.ts'
import { adjustCount, closeCount, enterCount, explainLine, findCount, finishCounting, linesOf, planRolling, startCount, submitCount } from '../../modules/counts/public.ts'
import { balancesIn } from '../../modules/stock/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Deed } from '../../platform/deed.ts'
import { doesIn, type Does } from './perform-visit.ts'
import type { Team } from './team.ts'

type Counting = { readonly does: Does; readonly team: Team; readonly at: Date; /** Pieces by which the first shelves differ from the books. */ readonly off: readonly number[] }

/** Two rolling counts of the last days by the product's own deeds: one where the books were right, one with a piece too many and one too few, adjusted and closed. */
export async function countShelves(database: Database, { team, now }: { team: Team; now: Date }): Promise<void> {
  const does = doesIn(database)
  // In the morning, before the first cars.
  const daysAgo = (days: number): Date => new Date(startOfDay(addDays(localDay(now, team.first('PTS').timeZone), -days), team.first('PTS').timeZone).getTime() + 8.5 * 3_600_000)
  await rollingCount({ does, team, at: daysAgo(7), off: [] })
  await rollingCount({ does, team, at: daysAgo(1), off: [1_000, -1_000] })
}

async function rollingCount({ does, team, at, off }: Counting): Promise<void> {
  const [supervisor, keeper, planner, finance] = [team.first('PTS'), team.first('WHK'), team.first('PPL'), team.first('FIN')]
  const { id: countId } = await does(supervisor, at, (deed) => planRolling(deed, { day: localDay(at, supervisor.timeZone) }))
  const seen = async ({ tx, by }: Deed) => ({ countId, version: found(await findCount(tx, by.storeId, countId), 'count').version })
  await does(keeper, at, async (deed) => startCount(deed, await seen(deed)))
  await does(keeper, at, async (deed) => {
    // Of a shelf with more than enough one piece is missed without harm.
    let place = 0
    for (const { partId, placeId } of await linesOf(deed.tx, deed.by.storeId, countId)) {
      const books = (await balancesIn(deed.tx, deed.by.storeId, placeId, [partId]))[0]?.thousandths ?? 0
      const error = books >= 4_000 ? off[place] ?? 0 : 0
      if (error !== 0) place += 1
      await enterCount(deed, { countId, placeId, partId, thousandths: books + error })
    }
  })
  const finish = () => does(keeper, at, async (deed) => {
    await finishCounting(deed, await seen(deed))
    const lines = await linesOf(deed.tx, deed.by.storeId, countId)
    return { toRecount: lines.filter(({ recount }) => recount), different: lines.filter(({ difference }) => difference !== 0) }
  })
  const first = await finish()
  if (first.different.length === 0) return // the books were right: the count is over
  if (first.toRecount.length > 0) {
    await does(planner, at, async (deed) => {
      for (const { partId, placeId, counted } of first.toRecount) await enterCount(deed, { countId, placeId, partId, thousandths: counted ?? 0 })
    })
    await finish()
  }
  await does(keeper, at, async (deed) => {
    for (const { id: lineId, difference } of first.different) await explainLine(deed, { ...await seen(deed), lineId, reason: difference > 0 ? 'not-booked' : 'misplaced', words: difference > 0 ? '退料未及时入账' : '放到了相邻货位' })
  })
  await does(supervisor, at, async (deed) => submitCount(deed, await seen(deed)))
  await does(finance, at, async (deed) => {
    const { id: requestId, version } = found(await standingRequest(deed.tx, deed.by.storeId, 'count-differences', countId), 'request')
    await approveRequest(deed, { requestId, version, reason: '' })
  })
  await does(planner, at, async (deed) => adjustCount(deed, await seen(deed)))
  await does(supervisor, at, async (deed) => closeCount(deed, await seen(deed)))
}
