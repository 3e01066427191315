import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { usePositions } from './use-positions.ts'
import './position-checks.css'

/** Several positions of the house, each with its name. */
export function PositionChecks({ label, hint, chosen, onChange }: { label: string; hint?: string; chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const { codes, nameOf } = usePositions()
  return (
    <fieldset className="k-form-whole">
      <legend>{label}</legend>
      {hint === undefined ? null : <p className="k-quiet-text">{hint}</p>}
      <div className="position-checks">{codes.map((code) => <CheckField key={code} label={nameOf(code)} checked={chosen.includes(code)} onChange={(checked) => onChange(checked ? [...chosen, code] : chosen.filter((other) => other !== code))} />)}</div>
    </fieldset>
  )
}
