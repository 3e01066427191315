/** A day of the week, Monday is 1; with `nth` the nth of its month, from the end when negative. */
export type RuleWeekday = { readonly weekday: number; readonly nth: number | null }

/** The part of RFC 5545 that job manuals use. Empty lists say nothing. */
export type Rule = {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly weekdays: readonly RuleWeekday[]
  readonly monthDays: readonly number[]
  readonly months: readonly number[]
  readonly positions: readonly number[]
  /** By an hour of the store's own choice (BYHOUR, BYMINUTE); null: by closing. */
  readonly wall: string | null
}

/** A span of a deadline: whole days count by the store's calendar, minutes by the clock. */
export type Span = { readonly sign: 1 | -1; readonly days: number; readonly minutes: number }

export type WhenEvent = { readonly name: string; /** A word that narrows it: `employee.joined parts`. */ readonly narrowing: string | null }

export type DayMoment = 'closing' | 'opening' | 'leaving' | 'thrice'

/** When a duty is due (duties/README, `when`). */
export type When =
  | { readonly kind: 'day'; readonly moment: DayMoment }
  /** By an hour of the store's own choice: `day@10:00`. */
  | { readonly kind: 'day'; readonly moment: 'hour'; readonly wall: string }
  | { readonly kind: 'rule'; readonly rule: Rule }
  /** Without a span it belongs to the step itself: the step cannot be passed without it. */
  | { readonly kind: 'event'; readonly events: readonly WhenEvent[]; readonly span: Span | null }
  | { readonly kind: 'always' }

/** What cannot be read, in words for whoever wrote it. */
export type Fault = { readonly fault: string }

const moments: Readonly<Record<string, DayMoment>> = { day: 'closing', 'day@open': 'opening', 'day@close': 'leaving', 'day@3x': 'thrice' }
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const

export const isFault = (read: When | Fault): read is Fault => 'fault' in read

/** Reads a deadline of the manual; the fault names what it stumbled over. */
export function parseWhen(text: string): When | Fault {
  const moment = moments[text]
  if (moment !== undefined) return { kind: 'day', moment }
  const [, wall] = /^day@((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? []
  if (wall !== undefined) return { kind: 'day', moment: 'hour', wall }
  if (text === 'always') return { kind: 'always' }
  return text.startsWith('FREQ=') ? parseRule(text) : parseEvent(text)
}

/** Whether a deadline waits for this event. Of what, where the event says it: what narrows the deadline must be that. Told by hand it says nothing, and all that wait for the event hear of it. */
export function waitsFor(due: string, event: string, narrowing?: string | null): boolean {
  const when = parseWhen(due)
  return 'kind' in when && when.kind === 'event' && when.events.some((one) => one.name === event && (narrowing === undefined || one.narrowing === null || one.narrowing === narrowing))
}

function parseEvent(text: string): When | Fault {
  const [, inside, span] = /^on\(([^()]+)\)(.*)$/.exec(text) ?? []
  if (inside === undefined || span === undefined) return { fault: `"${text}" is neither a day, nor FREQ=…, nor on(event), nor always` }
  const events = inside.split('|').map((event) => /^([a-z_]+\.[a-z_]+)(?: ([a-z_-]+))?$/.exec(event.trim()))
  const wrong = events.indexOf(null)
  if (wrong >= 0) return { fault: `"${inside.split('|')[wrong]?.trim() ?? ''}" is no event: two words with a dot, as in order.settled` }
  const read = span === '' ? null : parseSpan(span)
  if (read !== null && 'fault' in read) return read
  return { kind: 'event', events: events.flatMap((match) => (match === null ? [] : [{ name: match[1] ?? '', narrowing: match[2] ?? null }])), span: read }
}

function parseSpan(text: string): Span | Fault {
  const [whole, sign, days, hours, minutes] = /^([+-])P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,3})M)?)?$/.exec(text) ?? []
  if (whole === undefined || [days, hours, minutes].every((part) => part === undefined)) return { fault: `"${text}" is no span: +P1D, -P3D, +PT24H` }
  return { sign: sign === '-' ? -1 : 1, days: Number(days ?? 0), minutes: Number(hours ?? 0) * 60 + Number(minutes ?? 0) }
}

type Draft = { -readonly [K in keyof Rule]: Rule[K] }

const numbersIn = (value: string, least: number, most: number): number[] | null => {
  const numbers = value.split(',').map((item) => (/^-?\d{1,3}$/.test(item) ? Number(item) : Number.NaN))
  return numbers.every((number) => number !== 0 && Math.abs(number) <= most && number >= least) ? numbers : null
}

function weekdaysIn(value: string): RuleWeekday[] | null {
  const days = value.split(',').map((item) => {
    const [, nth = '', code = ''] = /^(-?[1-5])?([A-Z]{2})$/.exec(item) ?? []
    const weekday = weekdayCodes.indexOf(code) + 1
    return weekday === 0 ? null : { weekday, nth: nth === '' ? null : Number(nth) }
  })
  return days.includes(null) ? null : days.filter((day) => day !== null)
}

/** An hour, and then its minutes; null where the number is none of the clock. */
const wallWith = (before: string | null, value: string, most: number, put: (part: string, before: readonly string[]) => readonly string[]): string | null =>
  (/^\d{1,2}$/.test(value) && Number(value) <= most ? put(value.padStart(2, '0'), (before ?? '00:00').split(':')).join(':') : null)

/** One part of a rule goes into the draft; false when its value makes no sense. */
function takePart(draft: Draft, name: string, value: string): boolean {
  const put = <K extends keyof Rule>(key: K, read: Draft[K] | null | undefined): boolean => {
    if (read === null || read === undefined) return false
    draft[key] = read
    return true
  }
  if (name === 'FREQ') return put('frequency', frequencies.find((frequency) => frequency === value))
  if (name === 'INTERVAL') return put('interval', numbersIn(value, 1, 99)?.[0])
  if (name === 'BYDAY') return put('weekdays', weekdaysIn(value))
  if (name === 'BYMONTHDAY') return put('monthDays', numbersIn(value, -31, 31))
  if (name === 'BYMONTH') return put('months', numbersIn(value, 1, 12))
  if (name === 'BYHOUR') return put('wall', wallWith(draft.wall, value, 23, (hour, [, minute = '00']) => [hour, minute]))
  if (name === 'BYMINUTE') return draft.wall !== null && put('wall', wallWith(draft.wall, value, 59, (minute, [hour = '00']) => [hour, minute]))
  return name === 'BYSETPOS' && put('positions', numbersIn(value, -31, 31))
}

function parseRule(text: string): When | Fault {
  const draft: Draft = { frequency: 'DAILY', interval: 1, weekdays: [], monthDays: [], months: [], positions: [], wall: null }
  for (const part of text.split(';')) {
    const [name = '', value = ''] = part.split('=')
    if (!takePart(draft, name, value)) return { fault: `"${part}" of "${text}" cannot be read` }
  }
  if (draft.frequency !== 'MONTHLY' && draft.weekdays.some(({ nth }) => nth !== null)) return { fault: `"${text}": the nth weekday is one of a month` }
  if ((draft.frequency === 'WEEKLY' || draft.frequency === 'DAILY') && draft.monthDays.length + draft.months.length > 0) return { fault: `"${text}": days of a month belong to MONTHLY or YEARLY` }
  if (draft.frequency === 'YEARLY' && draft.months.length === 0 && draft.weekdays.length + draft.monthDays.length > 0) return { fault: `"${text}": a day of the year needs its month` }
  return { kind: 'rule', rule: draft }
}

/** Bare WEEKLY, MONTHLY, YEARLY: any time in the period will do. */
export const isWholePeriod = ({ frequency, weekdays, monthDays, months }: Rule): boolean => frequency !== 'DAILY' && weekdays.length + monthDays.length + months.length === 0
