import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { endAbsence, nameDeputy, type AbsenceRow } from '../contract.ts'
import { whyNotEnd } from '../domain/absence.ts'
import { DeputyField, type Somebody } from './absence-dialog.tsx'
import { rosterTexts } from './texts.ts'

/** He comes back earlier, or does not go at all. */
export function EndDialog({ row, onClose }: { row: AbsenceRow; onClose: () => void }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const toast = useToast()
  const today = useToday()
  const yesterday = addDays(today, -1)
  const [how, setHow] = useState<'end' | 'cancel'>(row.from >= today ? 'cancel' : 'end')
  const [until, setUntil] = useState(yesterday < row.from ? row.from : yesterday)
  const [reason, setReason] = useState('')
  const deed = useDeed(endAbsence, () => { onClose(); toast({ text: t(how === 'end' ? 'rosters.ended' : 'rosters.cancelled') }) })
  const newUntil = how === 'end' ? until : null
  const whyNot = t.refusal(whyNotEnd({ fromDay: row.from, untilDay: row.until, cancelled: row.status === 'cancelled', newUntil, today, reason }))
  const outcome = t(how === 'end' ? 'rosters.end' : 'rosters.end-how.cancel')
  return (
    <Dialog title={t('rosters.end-title', { name: row.personName })} size="small" onClose={onClose}
      onSubmit={() => { if (whyNot === null) deed.run({ params: { absenceId: row.id }, body: { version: row.version, until: newUntil, reason } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{outcome}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('rosters.end-how')} wide value={how} onChange={setHow} choices={(['end', 'cancel'] as const).map((value) => ({ value, text: t(`rosters.end-how.${value}`) }))} />
        {how === 'end' ? <DateTimeField kind="date" label={t('rosters.last-day')} name="until" min={row.from} max={addDays(row.until, -1)} value={until} onChange={setUntil} /> : null}
        <TextField label={t('rosters.reason')} name="reason" required value={reason} onChange={setReason} maxLength={200} />
      </div>
    </Dialog>
  )
}

export function DeputyDialog({ row, people, onClose }: { row: AbsenceRow; people: readonly Somebody[]; onClose: () => void }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const toast = useToast()
  const [deputyId, setDeputyId] = useState(row.deputyId ?? '')
  const deed = useDeed(nameDeputy, () => { onClose(); toast({ text: t('rosters.deputy-named') }) })
  return (
    <Dialog title={t('rosters.absence-of', { name: row.personName })} size="small" onClose={onClose} onSubmit={() => deed.run({ params: { absenceId: row.id }, body: { version: row.version, deputyId: deputyId === '' ? null : deputyId } })}
      footer={<Button kind="primary" submit busy={deed.busy}>{t('rosters.change-deputy')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <DeputyField people={people} personId={row.personId} value={deputyId} onChange={setDeputyId} />
      </div>
    </Dialog>
  )
}
