import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { formatFen, formatThousandths } from './exact-numbers.ts'
import { useKitTexts } from './kit-texts.ts'

export type Tone = 'neutral' | 'info' | 'active' | 'warn' | 'danger' | 'settle' | 'done'

export type StatusTagProps = { tone: Tone; text: string }

/** Where a thing stands: dot, word and tint together, never colour alone. */
export function StatusTag({ tone, text }: StatusTagProps) {
  return <span className={classNames('k-tag', `k-tone-${tone}`)}>{text}</span>
}

export type Payer = 'customer' | 'warranty' | 'insurer' | 'free-maintenance' | 'goodwill' | 'internal'

export type PayerTagProps = {
  payer: Payer
  /** One character, for table cells. */
  short: string
  /** The whole word: spoken for the short form, or shown when `whole` is set. */
  full?: string | undefined
  whole?: boolean | undefined
}

/** Who pays. Each payer has one colour, from the screen to the chart. */
export function PayerTag({ payer, short, full, whole }: PayerTagProps) {
  const spoken = !whole && full !== undefined && full !== short
  return (
    <span className={classNames('k-payer', `k-payer-${payer}`)} title={spoken ? full : undefined}>
      {spoken ? <><span aria-hidden>{short}</span><span className="k-unseen">{full}</span></> : whole ? (full ?? short) : short}
    </span>
  )
}

export type PlateProps = { text: string; size?: 'list' | 'detail' | undefined }

/** The number plate, by which everyone in the house calls the job. */
export function Plate({ text, size = 'list' }: PlateProps) {
  return <span className={classNames('k-plate', size === 'detail' && 'k-plate-detail')} translate="no">{text}</span>
}

export type MoneyProps = { fen: number | null; strong?: boolean | undefined; /** What to show when there is no amount. */ none?: string | undefined }

export function Money({ fen, strong, none = '–' }: MoneyProps) {
  return <span className={classNames('k-money', strong && 'k-money-strong', fen === null && 'k-quiet-text')}>{fen === null ? none : formatFen(fen)}</span>
}

export type QuantityProps = { thousandths: number; unit?: ReactNode }

export function Quantity({ thousandths, unit }: QuantityProps) {
  const texts = useKitTexts()
  return <span className="k-money">{formatThousandths(thousandths)}{unit !== undefined && <span className="k-unit"> {typeof unit === 'string' ? texts.unit(unit) : unit}</span>}</span>
}

export type BadgeProps = { count: number; tone?: 'neutral' | 'danger' | undefined; /** Spoken after the number, e.g. "条待处理". */ label?: string | undefined }

/** A small count beside a word. Zero shows nothing. */
export function Badge({ count, tone = 'neutral', label }: BadgeProps) {
  if (count === 0) return null
  return <span className={classNames('k-badge', `k-badge-${tone}`)}>{count > 99 ? '99+' : count}{label !== undefined && <span className="k-unseen"> {label}</span>}</span>
}

export type TimeLeftProps = { tone: 'calm' | 'soon' | 'late'; children: ReactNode }

/** What is left until the promise: amber when close, red when late. The caller writes the words. */
export function TimeLeft({ tone, children }: TimeLeftProps) {
  return <span className={`k-time-left k-time-left-${tone}`}>{children}</span>
}
