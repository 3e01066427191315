import { useId, type ReactNode } from 'react'

export type SectionProps = { title: ReactNode; /** Small buttons at the right of the title. */ actions?: ReactNode; children: ReactNode; /** A panel of its own with a border. */ panel?: boolean | undefined }

/** A titled part of a page or a side column. */
export function Section({ title, actions, children, panel }: SectionProps) {
  const id = useId()
  return (
    <section className={panel ? 'k-section k-section-panel k-panel' : 'k-section'} aria-labelledby={id}>
      <header className="k-section-head"><h2 id={id} className="k-section-title">{title}</h2>{actions}</header>
      <div className="k-section-body">{children}</div>
    </section>
  )
}
