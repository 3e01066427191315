import { addDays, type LocalDay } from '../../../kernel/time.ts'
import { weekdayOf } from '../../organisation/domain/opening.ts'

export type Week = { readonly from: LocalDay; readonly to: LocalDay }

/** What a page holds. */
export const mostOwed = 20
export const mostRecurring = 8
/** What one page holds, with room for the meeting's notes. */
const mostOnPaper = { people: 10, misses: 5, owed: 5 } as const

/** The page for the meeting stays one page: of more people those who fared worst, of what is owed the oldest. */
export const onPaper = <Person, Miss, Owed>({ people, misses, owed }: { readonly people: readonly Person[]; readonly misses: readonly Miss[]; readonly owed: readonly Owed[] }): { people: Person[]; misses: Miss[]; owed: Owed[] } =>
  ({ people: people.slice(0, mostOnPaper.people), misses: misses.slice(0, mostOnPaper.misses), owed: owed.slice(0, mostOnPaper.owed) })

/**
 * A week is Monday to Sunday, as on the board of the house: on Tuesday all its days are over, what could still be done late in its grace has ended, and Monday was there to
 * explain what was missed. A week from Tuesday to Monday would be judged before Monday's duties have ended.
 */
export function weekOf(day: LocalDay): Week {
  const from = addDays(day, 1 - weekdayOf(day))
  return { from, to: addDays(from, 6) }
}

/** The one that the next meeting talks about. */
export const lastWeek = (today: LocalDay): Week => weekOf(addDays(today, -7))

type Faults = { readonly late: number; readonly missed: number; readonly dutyId: string }

/** The meeting talks about where it went worst: missed, then late. */
export const worstFirst = <Row extends Pick<Faults, 'late' | 'missed'>>(rows: readonly Row[]): Row[] => rows.toSorted((a, b) => b.missed - a.missed || b.late - a.late)

/** What goes wrong again and again: more than once in the week, missed before late. */
export const mostMisses = <Row extends Faults>(rows: readonly Row[]): Row[] =>
  rows.filter(({ late, missed }) => late + missed > 1).toSorted((a, b) => b.missed - a.missed || b.late - a.late || (a.dutyId < b.dutyId ? -1 : 1))
