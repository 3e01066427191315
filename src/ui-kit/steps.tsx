export type Step = { id: string; text: string; /** When it was reached, such as "13:02". */ note?: string | undefined; state: 'done' | 'current' | 'coming' }

export type StepsProps = { label: string; steps: readonly Step[] }

/** How far a job has come, as a strip. */
export function Steps({ label, steps }: StepsProps) {
  return (
    <ol className="k-steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={`k-step k-step-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span className="k-step-text">{step.text}</span>{step.note !== undefined && <span className="k-step-note"> {step.note}</span>}
        </li>
      ))}
    </ol>
  )
}
