import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Tone } from './tag.tsx'

export type TimelineEntry = {
  id: string
  time: string
  who?: ReactNode
  text: ReactNode
  /** A coloured dot, for what needs attention. */
  tone?: Tone | undefined
}

export type TimelineProps = { label: string; entries: readonly TimelineEntry[] }

/** What happened, oldest first or newest first as given. */
export function Timeline({ label, entries }: TimelineProps) {
  return (
    <ol className="k-timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={classNames('k-timeline-entry', entry.tone && `k-tone-${entry.tone}`)}>
          <div className="k-timeline-head"><time>{entry.time}</time>{entry.who !== undefined && <span> {entry.who}</span>}</div>
          <div className="k-timeline-text">{entry.text}</div>
        </li>
      ))}
    </ol>
  )
}
