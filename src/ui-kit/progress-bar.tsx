import type { Tone } from './tag.tsx'

export type ProgressBarProps = {
  label: string
  /** Done and whole in any one unit; a whole of zero is an empty bar. */
  done: number
  whole: number
  /** The spoken value, such as "3 / 8 项". */
  text?: string | undefined
  tone?: Tone | undefined
}

export function ProgressBar({ label, done, whole, text, tone = 'info' }: ProgressBarProps) {
  const percent = whole <= 0 ? 0 : Math.min(100, Math.max(0, Math.round((done / whole) * 100)))
  return (
    <div className={`k-progress k-tone-${tone}`} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={text}>
      <span style={{ width: `${percent}%` }} />
    </div>
  )
}

export type WorkProgressProps = { /** What is done, for who does not see the bar. */ label: string; done: number; whole: number; /** How far it is, in words. */ words: string; /** What to expect meanwhile. */ hint: string }

/** Something long that goes on by itself: how far it is, and what one may do until it is done. */
export function WorkProgress({ label, done, whole, words, hint }: WorkProgressProps) {
  return (
    <div className="k-stack" role="status">
      <ProgressBar label={label} done={done} whole={whole} text={words} tone="active" />
      <span>{words}</span><span className="k-quiet-text">{hint}</span>
    </div>
  )
}
