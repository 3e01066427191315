import { ChevronDown } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Field, controlPropsOf, fieldPropsOf, type ControlProps, type FieldProps } from './field.tsx'

export type Choice<Value extends string> = { value: Value; text: string; count?: number | undefined; disabled?: boolean | undefined }

export type SelectFieldProps<Value extends string> = FieldProps & ControlProps & {
  /** Null while nothing is chosen; the placeholder then shows. */
  value: Value | null
  onChange: (value: Value) => void
  choices: readonly Choice<Value>[]
}

export function SelectField<Value extends string>({ value, onChange, choices, ...rest }: SelectFieldProps<Value>) {
  const { placeholder, readOnly: _, ...control } = controlPropsOf(rest)
  return (
    <Field {...fieldPropsOf(rest)}>
      {({ control: wiring }) => (
        <span className="k-input k-input-select" data-empty={value === null ? '' : undefined}>
          <select {...control} {...wiring} value={value ?? ''}
            onChange={(event) => {
              const chosen = choices.find((choice) => choice.value === event.target.value)
              if (chosen) onChange(chosen.value)
            }}>
            {value === null && <option value="" hidden>{placeholder ?? ''}</option>}
            {choices.map((choice) => <option key={choice.value} value={choice.value} disabled={choice.disabled}>{choice.text}</option>)}
          </select>
          <ChevronDown className="k-input-chevron" size={14} aria-hidden />
        </span>
      )}
    </Field>
  )
}

export type CheckFieldProps = {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: ReactNode
  error?: string | null | undefined
  name?: string | undefined
  disabled?: boolean | undefined
  autoFocus?: boolean | undefined
}

/** One box to tick; the whole line is the target. */
export function CheckField({ label, checked, onChange, hint, error, ...control }: CheckFieldProps) {
  const noteId = useId()
  const note = error ?? hint
  return (
    <div className="k-check" data-invalid={error ? '' : undefined}>
      <label className="k-check-line">
        <input {...control} type="checkbox" checked={checked} aria-invalid={error ? true : undefined} aria-describedby={note ? noteId : undefined}
          onChange={(event) => onChange(event.target.checked)} />
        <span>{label}</span>
      </label>
      {note && <div id={noteId} className={classNames('k-check-note', 'k-field-note', error && 'k-field-error')}>{note}</div>}
    </div>
  )
}

export type ChoiceFieldProps<Value extends string> = FieldProps & {
  value: Value | null
  onChange: (value: Value) => void
  choices: readonly Choice<Value>[]
  name?: string | undefined
  disabled?: boolean | undefined
  /** All parts equally wide, filling the field. */
  wide?: boolean | undefined
}

/** A few choices side by side. Real radio buttons underneath, so arrows move and one is always tabbable. */
export function ChoiceField<Value extends string>({ value, onChange, choices, name, disabled, wide, ...rest }: ChoiceFieldProps<Value>) {
  const groupName = useId()
  return (
    <Field {...fieldPropsOf(rest)} as="group">
      {({ labelId, control }) => (
        <div role="radiogroup" aria-labelledby={labelId} aria-describedby={control['aria-describedby']} aria-invalid={control['aria-invalid']}
          aria-required={control['aria-required']} className={classNames('k-choice', wide && 'k-choice-wide')}>
          {choices.map((choice) => (
            <label key={choice.value} className="k-choice-part">
              <input type="radio" name={name ?? groupName} value={choice.value} checked={choice.value === value}
                disabled={disabled || choice.disabled} onChange={() => onChange(choice.value)} />
              <span className="k-choice-text">
                {choice.text}{choice.count !== undefined && <span className="k-choice-count"> {choice.count}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}
