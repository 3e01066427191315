import type { Announcement, Deed } from '../../../platform/deed.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import { generateInstances } from '../actions/generate.ts'
import { daysAhead } from '../actions/upkeep.ts'

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])

/** In the deed's own transaction: duties of whoever's roster or absence changed go with it, as far ahead as they are made. */
export async function followRoster(deed: Deed, news: readonly Announcement[]): Promise<void> {
  const { tx, by, now } = deed
  const lastMade = addDays(localDay(now, by.timeZone), daysAhead)
  const touched = news.filter(({ event, facts = {} }) => (event === 'roster.changed' || event === 'roster.absence') && String(facts['from']) <= lastMade)
  const personIds = [...new Set(touched.flatMap(({ facts = {} }) => strings(facts['personIds'])))]
  if (personIds.length > 0) await generateInstances(tx, { id: by.storeId, timeZone: by.timeZone }, { now, days: daysAhead, newId: () => deed.newId(), personIds })
}
