import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { acknowledge, acknowledgeSeveral, type SupervisedRow } from '../contract.ts'
import { actionsOfSupervisor, type SupervisorsAction } from '../domain/instance.ts'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

/** What a supervisor did about a duty, or with the same word about several. */
export function AcknowledgeDialog({ rows, onClose }: { rows: readonly SupervisedRow[]; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const moments = useMoments()
  const nameOf = useNameOf()
  const { nameOf: positionOf } = usePositions()
  const [action, setAction] = useState<SupervisorsAction>('talked')
  const [note, setNote] = useState('')
  const one = useDeed(acknowledge, () => { onClose(); toast({ text: t('duties.acknowledged') }) })
  const several = useDeed(acknowledgeSeveral, ({ count }) => { onClose(); toast({ text: t('duties.acknowledged-several', { count }) }) })
  const [row] = rows
  if (row === undefined) return null
  const alone = rows.length === 1
  const { busy, error } = alone ? one : several
  const missing = note.trim() === ''
  const actions = actionsOfSupervisor.filter((known) => known !== 'excused' || rows.every(({ status }) => status !== 'late'))
  const say = () => (alone ? one.run({ params: { instanceId: row.id }, body: { action, note } }) : several.run({ body: { instanceIds: rows.map(({ id }) => id), action, note } }))
  return (
    <Dialog title={alone ? nameOf(row) : t('duties.acknowledge-several-title', { count: rows.length })} size="small" onClose={onClose} onSubmit={() => { if (!missing) say() }}
      footer={<Button kind="primary" submit busy={busy} whyNot={missing ? t('duties.words-missing') : null}>{t('duties.acknowledge')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <ChoiceField label={t('duties.action')} value={action} onChange={setAction} wide choices={actions.map((value) => ({ value, text: t(`duties.action.${value}`) }))} />
        <TextAreaField label={t('duties.note')} name="note" value={note} onChange={setNote} required maxLength={300} />
        {alone ? null : <ul>{rows.map((each) => <li key={each.id}>{[each.dutyId, nameOf(each), moments.full(each.dueAt), each.deputyName === '' ? each.holderName || positionOf(each.position) : t('duties.stands-in', { deputy: each.deputyName, name: each.holderName })].filter((part) => part !== '').join(' · ')}</li>)}</ul>}
      </div>
    </Dialog>
  )
}
