import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { usePositions } from './use-positions.ts'
import './position-checks.css'

type PositionChecksProps = { label: string; hint?: string; chosen: readonly string[]; onChange: (chosen: string[]) => void; /** Without it all; what is chosen already is shown all the same. */ offered?: readonly string[] }

/** Several positions of the house, each with its name. */
export function PositionChecks({ label, hint, chosen, onChange, offered }: PositionChecksProps) {
  const { codes: all, nameOf } = usePositions()
  const codes = offered === undefined ? all : all.filter((code) => offered.includes(code) || chosen.includes(code))
  return (
    <fieldset className="k-form-whole">
      <legend>{label}</legend>
      {hint === undefined ? null : <p className="k-quiet-text">{hint}</p>}
      <div className="position-checks">{codes.map((code) => <CheckField key={code} label={nameOf(code)} checked={chosen.includes(code)} onChange={(checked) => onChange(checked ? [...chosen, code] : chosen.filter((other) => other !== code))} />)}</div>
    </fieldset>
  )
}
