import type { Reading } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import { standsInFor } from '../../rosters/public.ts'
import { runs, type Convened } from '../domain/meeting.ts'

/** Who runs which meetings: he himself, and in place of somebody absent whatever that one would run, so that minutes are issued in time (INF-1.2) while their convenor is away. */
export async function runsHere(reading: Pick<Reading, 'tx' | 'by' | 'now'>): Promise<(meeting: Convened) => boolean> {
  const { tx, by, now } = reading
  const absent = await standsInFor(tx, { id: by.storeId, timeZone: by.timeZone }, by.personId, now)
  const runners = [by, ...absent.length === 0 ? [] : (await staffOf(reading, absent)).map(({ id, positions }) => ({ personId: id, positions }))]
  return (meeting) => runners.some((runner) => runs(runner, meeting))
}
