import { useTexts } from '../../../platform/web/language.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Field } from '../../../ui-kit/field.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { organisationTexts } from './texts.ts'
import { usePositions } from './use-positions.ts'
import './administration.css'

export type Membership = { readonly positions: readonly string[]; readonly since: string; readonly until: string }

export type PositionFieldsProps = { wish: Membership; onChange: (wish: Membership) => void; tried: boolean }

/** Which positions, from when, until when. */
export function PositionFields({ wish, onChange, tried }: PositionFieldsProps) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  return (
    <>
      <PositionChecks label={t('organisation.positions')} picked={wish.positions} onChange={(positions) => onChange({ ...wish, positions })} error={tried && wish.positions.length === 0 ? t('organisation.pick-positions') : null} required />
      <div className="k-form">
        <DateTimeField kind="date" label={t('organisation.since')} required value={wish.since} onChange={(since) => onChange({ ...wish, since })} error={tried && wish.since === '' ? t('organisation.required') : null} />
        <DateTimeField kind="date" label={t('organisation.until')} hint={t('organisation.until-open')} value={wish.until} min={wish.since} onChange={(until) => onChange({ ...wish, until })} />
      </div>
    </>
  )
}

export type PositionChecksProps = { label: string; picked: readonly string[]; onChange: (picked: string[]) => void; error?: string | null; required?: boolean }

export function PositionChecks({ label, picked, onChange, error, required }: PositionChecksProps) {
  const { codes, nameOf } = usePositions()
  return (
    <Field label={label} as="group" error={error} required={required}>
      {({ labelId }) => (
        <div className="admin-checks" role="group" aria-labelledby={labelId}>
          {codes.map((code) => (
            <CheckField key={code} label={`${nameOf(code)} ${code}`} checked={picked.includes(code)} onChange={(checked) => onChange(checked ? [...picked, code] : picked.filter((one) => one !== code))} />
          ))}
        </div>
      )}
    </Field>
  )
}

export const isWhole = ({ positions, since }: Membership): boolean => positions.length > 0 && since !== ''
export const sendable = ({ positions, since, until }: Membership) => ({ positions: [...positions], since, until: until === '' ? null : until })
