import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addOwnDuty } from '../contract.ts'
import type { ProofWish } from '../domain/proof-wish.ts'
import { isFault, parseWhen } from '../domain/when.ts'
import { ProofFields, proofMissing } from './proof-fields.tsx'
import { DutyFields, SupervisorChecks, useWhyNotSupervise } from './own-duty-fields.tsx'
import { RuleFields, type RuleWish } from './rule-fields.tsx'
import { dutyTexts } from './texts.ts'

/** A recurring duty of the store's own, without a file. */
export function AddDuty({ onClose, onAdded }: { onClose: () => void; onAdded: (dutyId: string) => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const today = useToday()
  const [rule, setRule] = useState<RuleWish>({ due: 'day', holder: 'position', graceMinutes: 240, move: 'before' })
  const [proof, setProof] = useState<ProofWish>({ kind: 'record', zh: '', en: '', photo: false })
  const [wish, setWish] = useState({ zh: '', en: '', position: '', since: today, supervisors: [] as string[], reason: '' })
  const put = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }))
  const deed = useDeed(addOwnDuty, ({ id, made }) => { onClose(); onAdded(id); toast({ text: t('duties.own.added', { id, count: made }) }) })
  const unfit = useWhyNotSupervise()(wish)
  const missing = wish.zh.trim() === '' || wish.position === '' || wish.since === '' || wish.reason.trim() === '' || proofMissing(proof)
  const whyNot = isFault(parseWhen(rule.due.trim())) ? t('duties.file.when-unreadable') : missing ? t('duties.own.missing') : unfit
  const submit = () => { if (whyNot === null) deed.run({ body: { ...wish, ...rule, due: rule.due.trim(), proof } }) }
  return (
    <Dialog title={t('duties.own.add')} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('duties.own.add')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <DutyFields wish={wish} onChange={put} />
        <DateTimeField kind="date" label={t('duties.own.since')} name="since" value={wish.since} min={today} onChange={(since) => put({ since })} required />
        <RuleFields wish={rule} onChange={(part) => setRule((before) => ({ ...before, ...part }))} />
        <ProofFields wish={proof} onChange={(chosen) => { if (chosen !== null) setProof(chosen) }} kinds={['record', 'check']} />
        <SupervisorChecks chosen={wish.supervisors} onChange={(supervisors) => put({ supervisors })} />
        <TextAreaField label={t('duties.own.reason')} name="reason" value={wish.reason} onChange={(reason) => put({ reason })} required rows={2} maxLength={300} />
      </div>
    </Dialog>
  )
}
