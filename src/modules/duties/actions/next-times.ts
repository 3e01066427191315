import { refuseIf } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { seeNextTimes as nextRoute } from '../contract.ts'
import { countsFrom, occurrencesOf, type DeadlineMove } from '../domain/occurrences.ts'
import { whyNotWhen } from '../domain/pack-file.ts'
import { isFault, parseWhen } from '../domain/when.ts'
import { knownEvents } from './packs.ts'
import { calendarAround } from './store-of-duties.ts'

const shown = 5
/** A yearly duty has its fifth time in the fifth year; a daily one need not look so far. */
const looks = [45, 400, 2_200]
const longestPeriod = 366

/** The next times that a deadline would have here, closed days and holidays of the store counted; an event has none. */
export async function seeNextTimes({ tx, by, now }: Reading, { due, move }: { readonly due: string; readonly move: DeadlineMove }): Promise<AnswerOf<typeof nextRoute>> {
  refuseIf(whyNotWhen(due, knownEvents))
  const when = parseWhen(due)
  if (isFault(when) || when.kind === 'event' || when.kind === 'always') return { times: [] }
  const today = localDay(now, by.timeZone)
  for (const ahead of looks) {
    const calendar = await calendarAround(tx, { id: by.storeId, timeZone: by.timeZone }, now, ahead)
    const times = occurrencesOf(when, calendar, addDays(today, -longestPeriod), addDays(today, ahead), { move, countsFrom }).map(({ dueAt }) => dueAt).filter((dueAt) => dueAt >= now).toSorted((a, b) => a.getTime() - b.getTime())
    if (times.length >= shown || ahead === looks.at(-1)) return { times: times.slice(0, shown).map((time) => time.toISOString()) }
  }
  return { times: [] }
}
