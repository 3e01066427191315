import type { AnswerOf } from '../../../platform/contract.ts'
import type { seeCalendar } from '../contract.ts'
import { hoursOf, type Hours } from '../domain/opening.ts'

export type CalendarYear = AnswerOf<typeof seeCalendar>

/** The screen asks the same rule as the server. */
export const hoursOfDay = ({ weekdays, exceptions }: CalendarYear, day: string): Hours | null => hoursOf({
  weekdays: Object.fromEntries(weekdays.map((row) => [row.weekday, row])),
  exceptions: Object.fromEntries(exceptions.map(({ day: on, opens, closes }) => [on, opens === null || closes === null ? null : { opens, closes }])),
}, day)
