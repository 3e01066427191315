import { Refusal } from '../../../kernel/refusal.ts'

/** What a figure is measured in. Money is fen, a share hundredths of a percent. */
export type Unit = 'count' | 'fen' | 'percent' | 'minutes'
export type Better = 'higher' | 'lower'

export const families = ['visits', 'money', 'time', 'quality', 'appointments', 'parts', 'care'] as const
export type Family = (typeof families)[number]

/** The sums that the queries give; every figure is one of them, or one over another, so figures of groups add up to the total's. */
export const sums = [
  'arrived', 'delivered', 'promised', 'onTime', 'sameDay', 'stayMilliseconds', 'outputFen', 'allowanceFen', 'soldMilliseconds', 'workedMilliseconds', 'attendedMilliseconds', 'bayMilliseconds', 'bayOpenMilliseconds', 'inspected', 'failed', 'cameBack', 'booked', 'came', 'kept',
  'partLines', 'shortLines', 'shortVisits', 'reached', 'satisfied', 'complaints', 'answeredInTime',
] as const
export type SumName = (typeof sums)[number]
export type Sums = Readonly<Partial<Record<SumName, number>>>

/** The records behind a number. */
export const behindLists = ['deliveries', 'arrivals', 'statements', 'allowances', 'bookings', 'jobs', 'attendance', 'bays', 'inspections', 'comebacks', 'shortages', 'calls', 'complaints', 'in-shop', 'asked-parts', 'receipts'] as const
export type BehindList = (typeof behindLists)[number]

export type Figure = {
  readonly behind: BehindList
  readonly family: Family; readonly unit: Unit; readonly better: Better | null
  readonly numerator: SumName
  /** None: the sum itself is the figure. */
  readonly denominator?: SumName
  /** A share of what is left: 1 − numerator ÷ denominator. */
  readonly rest?: true
  /** The reference value of the catalogue (§5.3), in the figure's unit. */
  readonly target?: number
}

/** The catalogue of figures. Formula in words, names and sources stand in the texts under the same code. */
export const figures = {
  cars: { family: 'visits', behind: 'deliveries', unit: 'count', better: 'higher', numerator: 'delivered' },
  arrivals: { family: 'visits', behind: 'arrivals', unit: 'count', better: 'higher', numerator: 'arrived' },
  output: { family: 'money', behind: 'statements', unit: 'fen', better: 'higher', numerator: 'outputFen' },
  'output-per-car': { family: 'money', behind: 'statements', unit: 'fen', better: 'higher', numerator: 'outputFen', denominator: 'delivered' },
  'on-time': { family: 'visits', behind: 'deliveries', unit: 'percent', better: 'higher', numerator: 'onTime', denominator: 'promised', target: 9_500 },
  'same-day': { family: 'visits', behind: 'arrivals', unit: 'percent', better: 'higher', numerator: 'sameDay', denominator: 'arrived', target: 8_000 },
  stay: { family: 'visits', behind: 'deliveries', unit: 'minutes', better: 'lower', numerator: 'stayMilliseconds', denominator: 'delivered' },
  appointed: { family: 'appointments', behind: 'bookings', unit: 'percent', better: 'higher', numerator: 'came', denominator: 'arrived' },
  'appointed-on-time': { family: 'appointments', behind: 'bookings', unit: 'percent', better: 'higher', numerator: 'kept', denominator: 'arrived' },
  'appointments-kept': { family: 'appointments', behind: 'bookings', unit: 'percent', better: 'higher', numerator: 'kept', denominator: 'booked' },
  efficiency: { family: 'time', behind: 'jobs', unit: 'percent', better: 'higher', numerator: 'soldMilliseconds', denominator: 'workedMilliseconds', target: 10_000 },
  utilisation: { family: 'time', behind: 'attendance', unit: 'percent', better: 'higher', numerator: 'workedMilliseconds', denominator: 'attendedMilliseconds' },
  'bay-utilisation': { family: 'time', behind: 'bays', unit: 'percent', better: 'higher', numerator: 'bayMilliseconds', denominator: 'bayOpenMilliseconds' },
  'first-time-fix': { family: 'quality', behind: 'comebacks', unit: 'percent', better: 'higher', numerator: 'cameBack', denominator: 'delivered', rest: true },
  'external-returns': { family: 'quality', behind: 'comebacks', unit: 'percent', better: 'lower', numerator: 'cameBack', denominator: 'arrived' },
  'internal-returns': { family: 'quality', behind: 'inspections', unit: 'percent', better: 'lower', numerator: 'failed', denominator: 'inspected' },
  'fill-rate': { family: 'parts', behind: 'shortages', unit: 'percent', better: 'higher', numerator: 'shortLines', denominator: 'partLines', rest: true, target: 9_000 },
  'short-visits': { family: 'parts', behind: 'shortages', unit: 'percent', better: 'lower', numerator: 'shortVisits', denominator: 'delivered' },
  satisfaction: { family: 'care', behind: 'calls', unit: 'percent', better: 'higher', numerator: 'satisfied', denominator: 'reached', target: 9_800 },
  'complaints-in-time': { family: 'care', behind: 'complaints', unit: 'percent', better: 'higher', numerator: 'answeredInTime', denominator: 'complaints' },
  allowances: { family: 'money', behind: 'allowances', unit: 'fen', better: 'lower', numerator: 'allowanceFen' },
} as const satisfies Readonly<Record<string, Figure>>

export type FigureCode = keyof typeof figures
export const figureCodes = Object.keys(figures) as readonly FigureCode[] as [FigureCode, ...FigureCode[]]

export const figureOf = (code: FigureCode): Figure => figures[code]

/** Numbers of the daily report that are no figures, with records of their own behind them. */
export const countedCodes = ['in-shop', 'asked-parts', 'receipts'] as const
export type BehindCode = FigureCode | (typeof countedCodes)[number]
export const behindCodes: readonly [BehindCode, ...BehindCode[]] = [...figureCodes, ...countedCodes]

const isFigure = (code: BehindCode): code is FigureCode => code in figures
export const behindOf = (code: BehindCode): BehindList => (isFigure(code) ? figureOf(code).behind : code)

/** Whether a record of its list counts for this figure: a booking for the appointment rate when its car came, for the others when it was kept. */
export const countsFor = (code: BehindCode, { met, orderId }: { readonly met: boolean | null; readonly orderId: string | null }): boolean | null => (code === 'appointed' ? orderId !== null : met)

/** Of nothing there is no share: null, shown as "—", never 0 or 100 % (§5.3). A share is rounded once, to hundredths of a percent. */
export function valueOf(code: FigureCode, counted: Sums): number | null {
  const { unit, numerator, denominator, rest } = figureOf(code)
  const over = counted[numerator] ?? 0
  if (denominator === undefined) return over
  const under = counted[denominator] ?? 0
  if (under === 0) return null
  const part = rest === true ? under - over : over
  return Math.round((part * scale[unit]) / under)
}

const scale: Readonly<Record<Unit, number>> = { count: 1, fen: 1, percent: 10_000, minutes: 1 / 60_000 }

export function addUp(rows: readonly Sums[]): Sums {
  const total: Partial<Record<SumName, number>> = {}
  for (const row of rows) for (const name of sums) if (row[name] !== undefined) total[name] = (total[name] ?? 0) + row[name]
  return total
}

/** What is wanted: the store's own value before the manual's. */
export const targetOf = (code: FigureCode, own: number | null | undefined): number | null => own ?? figureOf(code).target ?? null

/** Null means a target may be set: a sum grows with the period, so only shares and means have one. */
export const whyNotTarget = (code: FigureCode): Refusal | null => (figureOf(code).denominator === undefined ? new Refusal('reports.no-target-of-a-sum') : null)

/** Reached its target, missed it, or there is none to compare with. */
export function standing(code: FigureCode, value: number | null, target: number | null): 'met' | 'missed' | 'none' {
  const { better } = figureOf(code)
  if (target === null || value === null) return 'none'
  return (better === 'lower' ? value <= target : value >= target) ? 'met' : 'missed'
}

/** Better or worse than the period before; equal, or nothing to compare with, is neither. */
export function trend(code: FigureCode, value: number | null, before: number | null): 'better' | 'worse' | 'same' {
  const { better } = figureOf(code)
  if (value === null || before === null || value === before || better === null) return 'same'
  return (value > before) === (better === 'higher') ? 'better' : 'worse'
}
