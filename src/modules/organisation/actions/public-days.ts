import chineseDays from 'chinese-days'
import { addDays } from '../../../kernel/time.ts'
import { publicDayOf, type PublicDay } from '../domain/public-days.ts'

/** What was announced for a year; empty for a year that nobody has announced yet. */
export function announcedDays(year: number): PublicDay[] {
  const first = `${String(year)}-01-01`
  return Array.from({ length: 366 }, (_, index) => addDays(first, index)).filter((day) => day.startsWith(`${String(year)}-`)).flatMap((day) => {
    const { name, work } = chineseDays.getDayDetail(day)
    const known = publicDayOf(day, name, work)
    return known === null ? [] : [known]
  })
}
