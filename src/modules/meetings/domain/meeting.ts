import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

export const meetingStatuses = ['called', 'held', 'issued', 'cancelled'] as const
export type MeetingStatus = (typeof meetingStatuses)[number]

/** Issued minutes stay as they are; an addendum says what was wrong in them. */
export const meetingLife: Life<MeetingStatus> = { called: ['held', 'cancelled'], held: ['issued'], issued: [], cancelled: [] }

export const itemKinds = ['missed-duty', 'complaint', 'comeback', 'late-promise', 'overdue-task', 'hard-fault', 'own'] as const
export type ItemKind = (typeof itemKinds)[number]

export const attendances = ['present', 'absent', 'excused'] as const
export type Attendance = (typeof attendances)[number]

/** Which exceptions belong to a meeting of these positions: complaints where they are answered, cars where they are received or repaired. */
export const exceptionsFor = (attendees: readonly string[]): { readonly complaintsOf: readonly string[]; readonly cars: boolean; readonly comebacks: boolean } => ({
  complaintsOf: ['FDS', 'WSS'].filter((position) => attendees.includes(position)),
  cars: ['SAD', 'WSS'].some((position) => attendees.includes(position)),
  comebacks: attendees.includes('WSS'),
})

export type Item = { readonly kind: ItemKind; readonly subject: string; readonly wordsZh: string; readonly wordsEn: string; readonly page: string }
const keyOf = ({ kind, subject }: Pick<Item, 'kind' | 'subject'>): string => `${kind} ${subject}`

/** What is not on the agenda yet, each once. */
export function newOnAgenda<Proposal extends Item>(proposals: readonly Proposal[], there: readonly Pick<Item, 'kind' | 'subject'>[]): Proposal[] {
  const known = new Set(there.map(keyOf))
  return proposals.filter((proposal) => !known.has(keyOf(proposal)) && known.add(keyOf(proposal)))
}

const letters = 'BCDFGHJKLMNPQRST'
/** Six letters that are read from a screen without doubt, out of a random id. */
export const codeOf = (randomId: string): string => Array.from(randomId.slice(-6), (digit) => letters[Number.parseInt(digit, 16)] ?? 'B').join('')

export type Runner = { readonly personId: string; readonly positions: readonly string[] }
export type Convened = { readonly convenorId: string; readonly convenorPosition: string }

/** The convenor, whoever holds the position that convenes, the information clerk who takes the minutes (INF-1.2), the station manager. */
export const runs = ({ personId, positions }: Runner, { convenorId, convenorPosition }: Convened): boolean =>
  personId === convenorId || [convenorPosition, 'INF', 'STM'].some((position) => positions.includes(position))

export type CallFacts = { readonly active: boolean; readonly day: LocalDay; readonly today: LocalDay; /** One of this kind is open on that day. */ readonly another: boolean; readonly mayRun: boolean }

export function whyNotCall({ active, day, today, another, mayRun }: CallFacts): Refusal | null {
  if (!active) return new Refusal('meetings.kind-not-in-use')
  if (!mayRun) return new Refusal('meetings.not-yours')
  if (day < today) return new Refusal('meetings.in-the-past')
  return another ? new Refusal('meetings.called-already') : null
}

type Standing = { readonly status: MeetingStatus; readonly mayRun: boolean }

export function whyNotHold({ status, mayRun, day, today }: Standing & { readonly day: LocalDay; readonly today: LocalDay }): Refusal | null {
  if (!mayRun) return new Refusal('meetings.not-yours')
  if (!mayFollow(meetingLife, status, 'held')) return new Refusal('meetings.not-called')
  return day > today ? new Refusal('meetings.not-today') : null
}

/** The agenda grows until the minutes are issued. */
export function whyNotPlan({ status, mayRun }: Standing): Refusal | null {
  if (!mayRun) return new Refusal('meetings.not-yours')
  return status === 'called' || status === 'held' ? null : new Refusal('meetings.over')
}

/** Minutes and decisions are of a meeting that is held. */
export function whyNotMinute({ status, mayRun }: Standing): Refusal | null {
  if (!mayRun) return new Refusal('meetings.not-yours')
  return status === 'held' ? null : new Refusal(status === 'called' ? 'meetings.not-held' : 'meetings.over')
}

/** Null means he is there: he gives the code that stands on the convenor's screen. */
export function whyNotAttend({ status, right, present }: { readonly status: MeetingStatus; /** The code is the meeting's. */ readonly right: boolean; readonly present: boolean }): Refusal | null {
  if (status !== 'called' && status !== 'held') return new Refusal('meetings.over')
  if (present) return new Refusal('meetings.present-already')
  return right ? null : new Refusal('meetings.wrong-code')
}

/** Null means the minutes may be issued (INF-1.2: with a photo). */
export function whyNotIssue(facts: Standing & { readonly minutes: string; readonly present: number; readonly photos: number }): Refusal | null {
  const notNow = whyNotMinute(facts)
  if (notNow !== null) return notNow
  if (facts.present === 0) return new Refusal('meetings.nobody-there')
  if (facts.minutes.trim() === '') return new Refusal('meetings.minutes-missing')
  return facts.photos === 0 ? new Refusal('meetings.photo-missing') : null
}

export function whyNotCancel({ status, mayRun, reason }: Standing & { readonly reason: string }): Refusal | null {
  if (!mayRun) return new Refusal('meetings.not-yours')
  if (!mayFollow(meetingLife, status, 'cancelled')) return new Refusal('meetings.not-called')
  return reason.trim() === '' ? new Refusal('meetings.reason-missing') : null
}

export function whyNotAdd({ status, mayRun, words }: Standing & { readonly words: string }): Refusal | null {
  if (!mayRun) return new Refusal('meetings.not-yours')
  if (status !== 'issued') return new Refusal('meetings.not-issued')
  return words.trim() === '' ? new Refusal('meetings.words-missing') : null
}

/** Null means the minutes are a paper: what is issued does not change any more. */
export const whyNotPrint = (status: MeetingStatus): Refusal | null => (status === 'issued' ? null : new Refusal('meetings.not-issued'))

export function whyNotRead({ status, read }: { readonly status: MeetingStatus; readonly read: boolean }): Refusal | null {
  if (status !== 'issued') return new Refusal('meetings.not-issued')
  return read ? new Refusal('meetings.read-already') : null
}
