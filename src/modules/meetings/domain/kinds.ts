import type { Position } from '../../../kernel/permissions.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'
import { countsFrom, occurrencesOf, type StoreCalendar } from '../../duties/domain/occurrences.ts'
import { isFault, parseWhen } from '../../duties/domain/when.ts'
import { isOpen, type OpeningTimes } from '../../organisation/domain/opening.ts'

/** A kind of meeting, as data: houses call theirs differently, and hold them on other days. */
export type MeetingKind = {
  readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly convenor: string; /** Positions that are called. */ readonly attendees: readonly string[]; /** Positions that read the minutes besides. */ readonly readers: readonly string[]
  /** As the duties write it (`day`, `FREQ=WEEKLY;BYDAY=MO`); empty: when it is needed. */ readonly cadence: string; readonly active: boolean
}

const kind = (code: string, nameZh: string, nameEn: string, cadence: string, convenor: Position, attendees: readonly Position[], readers: readonly Position[] = []): MeetingKind => ({ code, nameZh, nameEn, convenor, attendees, readers, cadence, active: true })

const heads: readonly Position[] = ['STM', 'INF', 'FDS', 'WSS', 'PTS', 'INS', 'WCL']

/** Its points are the faults that nobody could settle alone (WSS-2.4). */
export const consultation = 'consultation'

/** The meetings of the job manual (STM-4.1, FDS-3.x, WSS-3.x, PTS-10.x); duties are proved by these codes. The station manager may run every one, so the desk's are FDS's to call too (FDS-3.1). */
export const presetKinds: readonly MeetingKind[] = [
  kind('front-desk-morning', '前台晨会', "Front desk's morning meeting", 'day@open', 'FDS', ['STM', 'FDS', 'SAD']),
  kind('front-desk-evening', '前台夕会', "Front desk's evening meeting", 'day', 'FDS', ['STM', 'FDS', 'SAD']),
  kind('workshop-morning', '车间晨会', "Workshop's morning meeting", 'day@open', 'WSS', ['WSS', 'MTL', 'BTL', 'TEC', 'QCI']),
  kind('parts-morning', '配件晨会', "Parts team's morning meeting", 'day@open', 'PTS', ['PTS', 'PPL', 'WHK']),
  kind('parts-evening', '配件夕会', "Parts team's evening meeting", 'day', 'PTS', ['PTS', 'PPL', 'WHK']),
  kind('house-weekly', '公司部门例会', "Company's Monday meeting", 'FREQ=WEEKLY;BYDAY=MO', 'STM', heads, ['PPL', 'WHK']),
  kind('management', '部门管理层会议', 'Tuesday management meeting', 'FREQ=WEEKLY;BYDAY=TU', 'STM', ['STM', 'FDS', 'WSS', 'PTS']),
  kind('team-evening', '机修班组夕会', "Mechanical team's evening meeting", 'FREQ=WEEKLY', 'MTL', ['MTL', 'TEC']),
  kind('body-paint', '钣喷班组会', 'Body and paint team meeting', 'FREQ=MONTHLY', 'WSS', ['WSS', 'BTL']),
  kind('parts-monthly', '配件部门会议', "Parts department's meeting", 'FREQ=MONTHLY', 'PTS', ['PTS', 'PPL', 'WHK']),
  kind('satisfaction', 'CS改善会', 'Customer-satisfaction meeting', 'FREQ=MONTHLY', 'STM', ['STM', 'FDS', 'WSS', 'MTL', 'SAD', 'CCC']),
  kind('front-desk-training', '前台培训', "Front desk's training", 'FREQ=MONTHLY;BYDAY=1TU,2TU', 'FDS', ['FDS', 'SAD']),
  kind('workshop-training', '车间培训', "Workshop's training", 'FREQ=MONTHLY;BYDAY=1TH,2TH,3TH', 'WSS', ['WSS', 'MTL', 'BTL', 'TEC']),
  kind('parts-training', '配件知识培训', 'Parts knowledge for advisors', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'PTS', ['PTS', 'SAD']),
  kind('renewal-training', '续保与会员培训', 'Training in renewals and members', 'FREQ=MONTHLY', 'STM', ['STM', 'INF', 'SAD']),
  kind(consultation, '技术会诊', 'Technical consultation', '', 'WSS', ['WSS', 'MTL', 'TEC']),
]

/** The manual has two events: what is held to teach is a training. */
export const isTraining = (code: string): boolean => code.endsWith('-training')

/** The store's own words go before the presets; kinds of its own stand behind. */
export const withPresets = <Kind extends MeetingKind>(own: readonly Kind[]): readonly (MeetingKind | Kind)[] =>
  [...presetKinds.map((preset) => own.find(({ code }) => code === preset.code) ?? preset), ...own.filter(({ code }) => !presetKinds.some((preset) => preset.code === code))]

const [daysBack, longestBack] = [31, 40]

/** Whether a cadence can be read; an event is none, it has no day. */
export function isCadence(text: string): boolean {
  if (text === '') return true
  const when = parseWhen(text)
  return !isFault(when) && (when.kind === 'day' || when.kind === 'rule')
}

/** By the duties' own calendar: the span in which this kind is due on a day, with its last day; null where it is not. */
export function dueOn(cadence: string, calendar: StoreCalendar, day: LocalDay): { readonly opensAt: Date; readonly day: LocalDay } | null {
  const when = parseWhen(cadence)
  if (isFault(when)) return null
  return occurrencesOf(when, calendar, addDays(day, -daysBack), day, { move: 'before', countsFrom }).find((occurrence) => occurrence.day >= day) ?? null
}

/** The day before on which the house was open: on Monday Saturday's exceptions are told. */
export function openDayBefore(opening: OpeningTimes, day: LocalDay): LocalDay {
  for (let back = 1; back <= longestBack; back += 1) if (isOpen(opening, addDays(day, -back))) return addDays(day, -back)
  return addDays(day, -1)
}
