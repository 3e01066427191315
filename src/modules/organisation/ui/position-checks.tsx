import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { usePositions } from './use-positions.ts'
import './position-checks.css'

/** Several positions of the house, each with its name. */
export function PositionChecks({ label, chosen, onChange }: { label: string; chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const { codes, nameOf } = usePositions()
  return (
    <fieldset className="k-form-whole">
      <legend>{label}</legend>
      <div className="position-checks">{codes.map((code) => <CheckField key={code} label={nameOf(code)} checked={chosen.includes(code)} onChange={(checked) => onChange(checked ? [...chosen, code] : chosen.filter((other) => other !== code))} />)}</div>
    </fieldset>
  )
}
