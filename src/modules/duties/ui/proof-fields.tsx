import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { CheckField, ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { seeChecklists } from '../contract.ts'
import type { ProofWish } from '../domain/proof-wish.ts'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

const allKinds = ['kept', 'record', 'check'] as const

export const proofMissing = (wish: ProofWish | null): boolean => wish !== null && (wish.kind === 'record' ? wish.zh.trim() === '' : wish.code === '')

/** What closes a duty that no data proves: as it is, a record in words of the store's own, or one of its checklists. */
export function ProofFields({ wish, onChange, kinds = allKinds }: { wish: ProofWish | null; onChange: (wish: ProofWish | null) => void; kinds?: readonly (typeof allKinds)[number][] }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  const lists = useReading(seeChecklists, {}).data?.rows ?? []
  const photo = wish?.photo ?? false
  const choose = (kind: (typeof allKinds)[number]) => onChange(kind === 'kept' ? null : kind === 'record' ? { kind, zh: '', en: '', photo } : { kind, code: '', photo })
  return (
    <>
      <ChoiceField label={t('duties.proof')} value={wish?.kind ?? 'kept'} onChange={choose} wide choices={kinds.map((value) => ({ value, text: t(`duties.proof.${value}`) }))} />
      {wish?.kind === 'record' ? (
        <>
          <TextField label={t('duties.proof.zh')} name="proof-zh" required value={wish.zh} onChange={(zh) => onChange({ ...wish, zh })} maxLength={200} />
          <TextField label={t('duties.proof.en')} name="proof-en" hint={t('duties.own.en-hint')} value={wish.en} onChange={(en) => onChange({ ...wish, en })} maxLength={200} />
        </>
      ) : null}
      {wish?.kind === 'check' ? <SelectField label={t('duties.proof.check')} name="proof-list" required value={wish.code} onChange={(code) => onChange({ ...wish, code })} choices={[{ value: '', text: '' }, ...lists.map((list) => ({ value: list.code, text: nameOf(list) }))]} /> : null}
      {wish === null ? null : <CheckField label={t('duties.proof.photo')} checked={photo} onChange={(wanted) => onChange({ ...wish, photo: wanted })} />}
    </>
  )
}
