import type { ReactNode } from 'react'

export type Fact = { id: string; label: ReactNode; value: ReactNode; /** Takes the whole width when facts stand in columns. */ wide?: boolean | undefined }

export type FactsProps = {
  facts: readonly Fact[]
  /** 'lines': label and value in one line, for side columns. 'columns': label above value, as many as fit. */
  layout?: 'lines' | 'columns' | undefined
}

export function Facts({ facts, layout = 'lines' }: FactsProps) {
  return (
    <dl className={`k-facts k-facts-${layout}`}>
      {facts.map((fact) => (
        <div key={fact.id} className={fact.wide ? 'k-fact k-fact-wide' : 'k-fact'}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
