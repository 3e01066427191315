import type { Announcement, Deed } from '../../../platform/deed.ts'
import { letFollowCalendar } from '../actions/follow-calendar.ts'

/** In the deed's own transaction: duties that were made ahead go with the opening hours of their day. */
export async function followCalendar(deed: Deed, news: readonly Announcement[]): Promise<void> {
  if (news.some(({ event }) => event === 'calendar.changed')) await letFollowCalendar(deed)
}
