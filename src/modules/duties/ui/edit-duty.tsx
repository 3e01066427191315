import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { editDuty, type DutyRow } from '../contract.ts'
import { PositionChecks } from '../../organisation/ui/public.tsx'
import { ownPack } from '../domain/own-duty.ts'
import type { ProofWish } from '../domain/proof-wish.ts'
import { isFault, parseWhen } from '../domain/when.ts'
import { ProofFields, proofMissing } from './proof-fields.tsx'
import { DutyFields, SupervisorChecks, useWhyNotSupervise } from './own-duty-fields.tsx'
import { RuleFields } from './rule-fields.tsx'
import { dutyTexts } from './texts.ts'

/** A store's own deadline, holder, supervisors; a deadline that cannot be read says so while it is typed. */
export function EditDuty({ duty, onClose }: { duty: DutyRow; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const [wish, setWish] = useState({ due: duty.due, watch: duty.watch, holder: duty.holder, graceMinutes: duty.graceMinutes, move: duty.move, active: duty.active, supervisors: duty.supervisors, zh: duty.zh, en: duty.en, position: duty.position, reason: '' })
  const own = duty.pack === ownPack
  const [proof, setProof] = useState<ProofWish | null>(null)
  const put = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }))
  const deed = useDeed(editDuty, ({ made }) => { onClose(); toast({ text: t('duties.edit-saved', { count: made }) }) })
  const unreadable = isFault(parseWhen(wish.due.trim())) ? t('duties.file.when-unreadable') : null
  const unfit = useWhyNotSupervise()(wish)
  const whyNot = unreadable ?? (proofMissing(proof) ? t('duties.proof.missing') : wish.reason.trim() === '' ? t('duties.words-missing') : own && wish.zh.trim() === '' ? t('duties.own.missing') : unfit)
  const { zh, en, position, ...rule } = wish
  const renamed = { ...(zh === duty.zh && en === duty.en ? {} : { title: { zh, en } }), ...(position === duty.position ? {} : { position }) }
  const submit = () => { if (whyNot === null) deed.run({ params: { dutyId: duty.id }, body: { ...rule, due: rule.due.trim(), version: duty.version, ...(own ? renamed : {}), ...(proof === null ? {} : { proof }) } }) }
  return (
    <Dialog title={t('duties.edit-title', { id: duty.id })} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('duties.edit')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <Notice tone="info">{t('duties.edit-hint')}</Notice>
        {own ? <DutyFields wish={wish} onChange={put} /> : null}
        <RuleFields wish={wish} onChange={put} />
        <PositionChecks label={t('duties.watches')} chosen={wish.watch} onChange={(watch) => put({ watch })} />
        <SupervisorChecks chosen={wish.supervisors} onChange={(supervisors) => put({ supervisors })} />
        {duty.closedBy === 'data' ? null : <ProofFields wish={proof} onChange={setProof} />}
        <CheckField label={t('duties.active')} checked={wish.active} onChange={(active) => put({ active })} />
        <TextAreaField label={t('duties.edit-reason')} name="reason" value={wish.reason} onChange={(reason) => put({ reason })} required rows={2} maxLength={300} />
      </div>
    </Dialog>
  )
}
