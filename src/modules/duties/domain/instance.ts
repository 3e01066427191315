import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, fromWallTime, localDay, startOfDay } from '../../../kernel/time.ts'
import { hoursOf, type OpeningTimes } from '../../organisation/domain/opening.ts'

/** `nothing`: over, and its data says that there was nothing to do. */
export const instanceStatuses = ['open', 'done', 'late', 'missed', 'excused', 'nothing'] as const
export type InstanceStatus = (typeof instanceStatuses)[number]

/** What a supervisor still has to follow up, and the rest of what went wrong. */
export const supervisionGroups = ['owed', 'others'] as const
export type SupervisionGroup = (typeof supervisionGroups)[number]

export const actionsOfSupervisor = ['talked', 'reassigned', 'excused'] as const
export type SupervisorsAction = (typeof actionsOfSupervisor)[number]

/** Until when a duty can still be done late: its grace, and the end of its day at least (rules.md, Time and numbers). */
export function closesAt(dueAt: Date, graceMinutes: number, timeZone: string): Date {
  const grace = dueAt.getTime() + graceMinutes * 60_000
  return new Date(Math.max(grace, startOfDay(addDays(localDay(dueAt, timeZone), 1), timeZone).getTime() - 1_000))
}

/** Done by its deadline, or late; what is late stays visible. */
export const statusWhenDone = (at: Date, dueAt: Date): 'done' | 'late' => (at <= dueAt ? 'done' : 'late')

/** That there was nothing to do is known at the deadline: until then something may turn up. What an event was about is there at once, or never. */
export const mayTurnUp = ({ event, dueAt }: { readonly event: string | null; readonly dueAt: Date }, now: Date): boolean => event === null && now < dueAt

type Standing = { readonly status: InstanceStatus }
type Closing = Standing & { readonly opensAt: number; readonly now: number; /** A registered proof closes it alone. */ readonly provedByData: boolean; readonly photoNeeded: boolean; readonly photos: number }

function whyNotClose({ status, opensAt, now, provedByData, photoNeeded, photos }: Closing): Refusal | null {
  if (status !== 'open') return new Refusal('duties.over')
  if (provedByData) return new Refusal('duties.proved-by-data')
  if (opensAt > now) return new Refusal('duties.not-yet')
  return photoNeeded && photos === 0 ? new Refusal('duties.photo-missing') : null
}

/** Null means the record may be filed: what data proves nobody ticks. */
export function whyNotFile(facts: Closing & { readonly checklist: string | null; readonly words: string }): Refusal | null {
  const closing = whyNotClose(facts)
  if (closing !== null) return closing
  if (facts.checklist !== null) return new Refusal('duties.needs-checklist')
  return facts.words.trim() === '' ? new Refusal('duties.words-missing') : null
}

/** A point as the list asks for it now. */
export type SignedPoint = { readonly id: string; readonly photo: boolean; readonly noteOnFail: boolean }
export type PointResult = { readonly point: string; readonly result: 'pass' | 'fail' | 'none'; readonly note: string }

/** How many points have no answer; more answers than points is no answer either. */
function unanswered(points: readonly SignedPoint[], answers: readonly PointResult[]): number | null {
  const answered = new Set(answers.map(({ point }) => point))
  const open = points.filter(({ id }) => !answered.has(id)).length
  return open > 0 || answered.size !== points.length ? open : null
}

const wordlessFailure = (points: readonly SignedPoint[], answers: readonly PointResult[]): boolean =>
  answers.some(({ point, result, note }) => result === 'fail' && note.trim() === '' && points.some(({ id, noteOnFail }) => id === point && noteOnFail))

/** Null means this audit counts: every point answered, failures with a word, and not of one's own car. */
export function whyNotAudit({ points, answers, ownCar }: { readonly points: readonly SignedPoint[]; readonly answers: readonly PointResult[]; readonly ownCar: boolean }): Refusal | null {
  if (ownCar) return new Refusal('duties.own-car')
  const open = unanswered(points, answers)
  if (open !== null) return new Refusal('duties.points-open', { count: open })
  return wordlessFailure(points, answers) ? new Refusal('duties.failure-needs-note') : null
}

/** What the data beside the list says. */
type Said = { readonly met: boolean; readonly figure: number; readonly target: number }

/** Null means a failed point was looked at again and its task may be closed: once, with what was seen, and a picture where its list wants one. */
export function whyNotSeenAgain({ closed, seen, photoNeeded, photos }: { readonly closed: boolean; readonly seen: string; readonly photoNeeded: boolean; readonly photos: number }): Refusal | null {
  if (closed) return new Refusal('duties.task-closed')
  if (seen.trim() === '') return new Refusal('duties.words-missing')
  return photoNeeded && photos === 0 ? new Refusal('duties.photo-missing') : null
}

/** Null means the checklist may be signed: the data beside it is met, every point answered, failures with a word and points with a picture where the list wants them. */
export function whyNotSign(facts: Closing & { readonly said: Said | null; readonly points: readonly SignedPoint[]; readonly answers: readonly PointResult[]; readonly photographed: ReadonlySet<string> }): Refusal | null {
  const closing = whyNotClose(facts)
  if (closing !== null) return closing
  if (facts.points.length === 0) return new Refusal('duties.no-checklist')
  if (facts.said !== null && !facts.said.met) return new Refusal('duties.data-not-met', { figure: facts.said.figure, target: facts.said.target })
  const open = unanswered(facts.points, facts.answers)
  if (open !== null) return new Refusal('duties.points-open', { count: open })
  if (wordlessFailure(facts.points, facts.answers)) return new Refusal('duties.failure-needs-note')
  const bare = facts.points.filter(({ id, photo }) => photo && !facts.photographed.has(id) && facts.answers.some(({ point, result }) => point === id && result !== 'none')).length
  return bare > 0 ? new Refusal('duties.point-photo-missing', { count: bare }) : null
}

export const whyNotExplain = ({ status, words }: Standing & { readonly words: string }): Refusal | null =>
  (status === 'missed' || status === 'late' ? (words.trim() === '' ? new Refusal('duties.words-missing') : null) : new Refusal('duties.not-missed'))

export type AcknowledgeFacts = Standing & { readonly overdue: boolean; readonly supervises: boolean; readonly own: boolean; readonly action: SupervisorsAction; readonly note: string }

/** Null means this supervisor may acknowledge: somebody else's overdue or missed duty, along the manual's edges, with a word. */
export function whyNotAcknowledge({ status, overdue, supervises, own, action, note }: AcknowledgeFacts): Refusal | null {
  if (own) return new Refusal('duties.own-duty')
  if (!supervises) return new Refusal('duties.not-supervised')
  if (status !== 'missed' && status !== 'late' && !(status === 'open' && overdue)) return new Refusal('duties.nothing-overdue')
  if (action === 'excused' && status === 'late') return new Refusal('duties.nothing-overdue')
  return note.trim() === '' ? new Refusal('duties.words-missing') : null
}

const severalRefused: Readonly<Record<string, string>> = { 'duties.own-duty': 'duties.several-own', 'duties.not-supervised': 'duties.several-not-supervised', 'duties.nothing-overdue': 'duties.several-nothing-overdue' }

/** Null means all of them may be acknowledged with one word; else why not, and which of them. */
export function whyNotAcknowledgeAll(all: readonly (AcknowledgeFacts & { readonly name: string })[]): Refusal | null {
  const refused = all.map((facts) => ({ name: facts.name, code: whyNotAcknowledge(facts)?.code ?? null }))
  const code = refused.find((one) => one.code !== null)?.code ?? null
  if (code === null) return null
  return new Refusal(severalRefused[code] ?? code, { duties: refused.filter((one) => one.code === code).map(({ name }) => name).join(' · ') })
}

/** Null means somebody may take back what was acknowledged: his own word, or an excuse where he might give one; once, on the same day, or as long as no meeting has spoken of the duty since. */
export function whyNotTakeBack({ own, excuse, mayExcuse, takenBack, sameDay, readInMeeting }: { readonly own: boolean; readonly excuse: boolean; readonly mayExcuse: boolean; readonly takenBack: boolean; readonly sameDay: boolean; readonly readInMeeting: boolean }): Refusal | null {
  if (!own && !(excuse && mayExcuse)) return new Refusal('duties.not-your-word')
  if (takenBack) return new Refusal('duties.taken-back')
  return !sameDay && readInMeeting ? new Refusal('duties.read-in-meeting') : null
}

/** Minutes the house was open between two moments; at most thirty days of it count. Whoever needs no more than `enough` of them is not told how many more there were. */
export function openMinutesBetween(opening: OpeningTimes, timeZone: string, from: Date, until: Date, enough = Infinity): number {
  let minutes = 0
  let day = localDay(from, timeZone)
  for (let count = 0; count < 31 && minutes < enough && startOfDay(day, timeZone) < until; count += 1) {
    const hours = hoursOf(opening, day)
    if (hours !== null) {
      const opens = fromWallTime(`${day}T${hours.opens}`, timeZone)?.getTime() ?? 0
      const closes = fromWallTime(`${day}T${hours.closes}`, timeZone)?.getTime() ?? 0
      minutes += Math.max(0, Math.min(closes, until.getTime()) - Math.max(opens, from.getTime())) / 60_000
    }
    day = addDays(day, 1)
  }
  return Math.floor(minutes)
}

/** Minutes of opening hours in which an overdue duty climbs one step. */
const stepOf = (graceMinutes: number): number => Math.max(30, graceMinutes)

/** How far up an overdue duty has climbed, of so many steps: 0 its supervisors alone, 1 the nearest superior, and one more each further grace of opening hours. */
export const climbed = (opening: OpeningTimes, timeZone: string, { dueAt, until, graceMinutes, steps }: { readonly dueAt: Date; readonly until: Date; readonly graceMinutes: number; readonly steps: number }): number =>
  Math.min(steps, Math.floor(openMinutesBetween(opening, timeZone, dueAt, until, steps * stepOf(graceMinutes)) / stepOf(graceMinutes)))

export type WhoseFacts = { readonly position: string; readonly holderId: string | null; readonly deputyId: string | null }

/** Whose duty it is now: the deputy's where one stands in, else the holder's, else one of the position's. */
export const isOwn = ({ position, holderId, deputyId }: WhoseFacts, positions: readonly string[], personId: string): boolean =>
  (deputyId === null ? positions.includes(position) && (holderId === null || holderId === personId) : deputyId === personId)
