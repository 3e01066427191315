import { useState, type ReactNode, type Ref } from 'react'
import { formatAmount, formatThousandths, formatWhole, isOnTheWay, parseExact } from './exact-numbers.ts'
import { Field, controlPropsOf, fieldPropsOf, type ControlProps, type FieldProps } from './field.tsx'
import { useKitTexts } from './kit-texts.ts'

type ExactFieldProps = FieldProps & ControlProps & {
  value: number | null
  onChange: (value: number | null) => void
  /** Allows amounts below zero, for corrections and credits. */
  negative?: boolean | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

export type NumberFieldProps = ExactFieldProps & { unit?: ReactNode }

/** A whole number, such as a mileage. */
export function NumberField({ unit, ...rest }: NumberFieldProps) {
  return <ExactField {...rest} decimals={0} format={formatWhole} trailing={unit} />
}

export type MoneyFieldProps = ExactFieldProps

/** Money: the value is whole fen, the text is yuan with two decimals. */
export function MoneyField(props: MoneyFieldProps) {
  return <ExactField {...props} decimals={2} format={formatAmount} leading="¥" />
}

/** A share of a whole: the value is hundredths of a percent, so 33.33 % are 3333. */
export function PercentField(props: ExactFieldProps) {
  return <ExactField {...props} decimals={2} format={formatAmount} trailing="%" />
}

export type QuantityFieldProps = ExactFieldProps & { unit?: ReactNode }

/** A quantity: the value is whole thousandths, so 4.5 litres are 4500. */
export function QuantityField({ unit, ...rest }: QuantityFieldProps) {
  const texts = useKitTexts()
  return <ExactField {...rest} decimals={3} format={formatThousandths} trailing={typeof unit === 'string' ? texts.unit(unit) : unit} />
}

type ExactTextProps = ExactFieldProps & { decimals: number; format: (value: number) => string; leading?: ReactNode; trailing?: ReactNode }

/** The text is the person's own while they edit, so the caret never jumps, and the value's otherwise. What cannot become a number is not let in, so the two never disagree. */
function ExactField({ value, onChange, negative = false, ref, decimals, format, leading, trailing, ...rest }: ExactTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const take = (text: string) => {
    if (!isOnTheWay(text, decimals, negative)) return
    setDraft(text)
    onChange(parseExact(text, decimals))
  }
  const shown = value === null ? '' : format(value)
  return (
    <Field {...fieldPropsOf(rest)}>
      {({ control }) => (
        <span className="k-input k-input-number">
          {leading !== undefined && <span className="k-input-leading" aria-hidden>{leading}</span>}
          <input {...controlPropsOf(rest)} {...control} ref={ref} type="text" inputMode={decimals === 0 ? 'numeric' : 'decimal'}
            autoComplete={rest.autoComplete ?? 'off'} value={draft ?? shown}
            onBlur={() => {
              setDraft(null)
              rest.onBlur?.()
            }}
            onChange={(event) => {
              // Full-width digits arrive through an input method; its half-written text is judged when it is done.
              if (isComposing(event.nativeEvent)) setDraft(event.target.value)
              else take(event.target.value)
            }}
            onCompositionEnd={(event) => {
              if (isOnTheWay(event.currentTarget.value, decimals, negative)) take(event.currentTarget.value)
              else setDraft(null)
            }} />
          {trailing !== undefined && trailing !== null && <span className="k-input-trailing">{trailing}</span>}
        </span>
      )}
    </Field>
  )
}

const isComposing = (event: Event): boolean => event instanceof InputEvent && event.isComposing
