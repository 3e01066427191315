import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { PositionChecks, usePositions } from '../../organisation/ui/public.tsx'
import { seeManual } from '../contract.ts'
import { whyNotSupervise } from '../domain/own-duty.ts'
import { dutyTexts } from './texts.ts'

type DutyWish = { readonly zh: string; readonly en: string; readonly position: string }

/** What a duty of the store's own is called, and whose it is. */
export function DutyFields({ wish, onChange }: { wish: DutyWish; onChange: (part: Partial<DutyWish>) => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const { codes, nameOf } = usePositions()
  return (
    <>
      <TextField label={t('duties.own.zh')} name="zh" value={wish.zh} onChange={(zh) => onChange({ zh })} required maxLength={300} />
      <TextField label={t('duties.own.en')} name="en" value={wish.en} onChange={(en) => onChange({ en })} maxLength={300} hint={t('duties.own.en-hint')} />
      <SelectField label={t('duties.position')} name="position" value={wish.position === '' ? null : wish.position} onChange={(position) => onChange({ position })} required choices={codes.map((value) => ({ value, text: nameOf(value) }))} />
    </>
  )
}

const useMaySupervise = (): readonly string[] | undefined => useReading(seeManual, {}).data?.maySupervise

/** Only positions with the right to supervise are offered. */
export function SupervisorChecks({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  return <PositionChecks label={t('duties.own.supervisors')} hint={t('duties.own.supervisors-hint')} chosen={chosen} onChange={onChange} offered={useMaySupervise() ?? []} />
}

/** The server's own rule, while it is chosen. */
export function useWhyNotSupervise(): (wish: { readonly position: string; readonly supervisors: readonly string[] }) => string | null {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const maySupervise = useMaySupervise()
  return ({ position, supervisors }) => (maySupervise === undefined ? null : t.refusal(whyNotSupervise({ position, supervisors, maySupervise })))
}
