import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { useKitTexts } from './kit-texts.ts'

/** What every field says about itself. */
export type FieldProps = {
  label: string
  /** For a field whose meaning its surroundings show already; the label is still spoken. */
  hideLabel?: boolean | undefined
  required?: boolean | undefined
  hint?: ReactNode
  /** One sentence: what is wrong and how to mend it. */
  error?: string | null | undefined
}

/** What a control needs so that label, hint and error are spoken with it. */
export type FieldWiring = {
  id: string
  labelId: string
  control: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined; 'aria-required': true | undefined }
}

export type FieldFrameProps = FieldProps & {
  children: (wiring: FieldWiring) => ReactNode
  /** 'group' for several controls under one label, which then is no <label>. */
  as?: 'control' | 'group' | undefined
}

/** Label above, control, then the error or else the hint. */
export function Field({ label, hideLabel, required, hint, error, children, as = 'control' }: FieldFrameProps) {
  const texts = useKitTexts()
  const id = useId()
  const noteId = `${id}-note`
  const labelId = `${id}-label`
  const hasNote = Boolean(error) || (hint !== undefined && hint !== null)
  const labelClass = classNames('k-field-label', hideLabel && 'k-unseen')
  const words = <>{label}{required && <span className="k-field-mark" aria-hidden title={texts.required}>*</span>}</>
  const control = {
    id,
    'aria-describedby': hasNote ? noteId : undefined,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-required': required ? (true as const) : undefined,
  }
  return (
    <div className="k-field" data-invalid={error ? '' : undefined}>
      {as === 'control' ? <label className={labelClass} id={labelId} htmlFor={id}>{words}</label> : <span className={labelClass} id={labelId}>{words}</span>}
      {children({ id, labelId, control })}
      {/* The note's box is always there, so that an error that appears is announced. */}
      <div className={classNames('k-field-note', error && 'k-field-error')} id={noteId} aria-live="polite">
        {error ? <><CircleAlert size={13} aria-hidden /><span>{error}</span></> : hint}
      </div>
    </div>
  )
}

/** Attributes every text-like control passes on to its element. */
export type ControlProps = {
  name?: string | undefined
  autoFocus?: boolean | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
  placeholder?: string | undefined
  autoComplete?: string | undefined
  onBlur?: (() => void) | undefined
}

export const fieldPropsOf = ({ label, hideLabel, required, hint, error }: FieldProps): FieldProps => ({ label, hideLabel, required, hint, error })

export const controlPropsOf = ({ name, autoFocus, disabled, readOnly, placeholder, autoComplete, onBlur }: ControlProps): ControlProps =>
  ({ name, autoFocus, disabled, readOnly, placeholder, autoComplete, onBlur })
