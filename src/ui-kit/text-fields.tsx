import type { ReactNode, Ref } from 'react'
import { Field, controlPropsOf, fieldPropsOf, type ControlProps, type FieldProps } from './field.tsx'

export type TextFieldProps = FieldProps & ControlProps & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'tel' | 'email' | 'search' | undefined
  inputMode?: 'text' | 'tel' | 'numeric' | 'decimal' | 'email' | 'search' | 'none' | undefined
  maxLength?: number | undefined
  /** A unit or a small button inside the right edge. */
  trailing?: ReactNode
  /** What was written before, offered while one types; anything else may be written too. */
  suggestions?: readonly string[] | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

export function TextField({ value, onChange, type = 'text', inputMode, maxLength, trailing, suggestions = [], ref, ...rest }: TextFieldProps) {
  return (
    <Field {...fieldPropsOf(rest)}>
      {({ id, control }) => (
        <span className="k-input">
          <input {...controlPropsOf(rest)} {...control} ref={ref} type={type} inputMode={inputMode} maxLength={maxLength} list={suggestions.length === 0 ? undefined : `${id}-known`}
            value={value} onChange={(event) => onChange(event.target.value)} />
          {suggestions.length === 0 ? null : <datalist id={`${id}-known`}>{suggestions.map((known) => <option key={known} value={known} />)}</datalist>}
          {trailing !== undefined && <span className="k-input-trailing">{trailing}</span>}
        </span>
      )}
    </Field>
  )
}

export type TextAreaFieldProps = FieldProps & ControlProps & {
  value: string
  onChange: (value: string) => void
  rows?: number | undefined
  maxLength?: number | undefined
  ref?: Ref<HTMLTextAreaElement> | undefined
}

export function TextAreaField({ value, onChange, rows = 3, maxLength, ref, ...rest }: TextAreaFieldProps) {
  return (
    <Field {...fieldPropsOf(rest)}>
      {({ control }) => (
        <span className="k-input k-input-area">
          <textarea {...controlPropsOf(rest)} {...control} ref={ref} rows={rows} maxLength={maxLength}
            value={value} onChange={(event) => onChange(event.target.value)} />
        </span>
      )}
    </Field>
  )
}

export type DateTimeFieldProps = FieldProps & ControlProps & {
  kind: 'date' | 'datetime' | 'time'
  /** Local time as the browser writes it: "2026-11-23", "2026-11-23T14:30" or "14:30"; empty when not chosen. */
  value: string
  onChange: (value: string) => void
  min?: string | undefined
  max?: string | undefined
}

const nativeTypes = { date: 'date', datetime: 'datetime-local', time: 'time' } as const

export function DateTimeField({ kind, value, onChange, min, max, ...rest }: DateTimeFieldProps) {
  return (
    <Field {...fieldPropsOf(rest)}>
      {({ control }) => (
        <span className="k-input k-input-date" data-empty={value === '' ? '' : undefined}>
          <input {...controlPropsOf(rest)} {...control} type={nativeTypes[kind]} min={min} max={max}
            value={value} onChange={(event) => onChange(event.target.value)} />
        </span>
      )}
    </Field>
  )
}
