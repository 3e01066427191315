import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import { openComplaint } from '../contract.ts'
import { complaintKinds, type ComplaintKind } from '../domain/complaint.ts'
import { careTexts } from './texts.ts'

/** A complaint that came by itself: at the desk, by phone, from the maker. Its 24 hours begin. */
export function ComplainDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(careTexts.zh, careTexts.en)
  const toast = useToast()
  const [wish, setWish] = useState({ plate: '', customerName: '', phone: '', kind: 'service' as ComplaintKind, words: '' })
  const put = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }))
  const deed = useDeed(openComplaint, ({ number }) => { onClose(); toast({ text: t('care.complaint-opened', { number }) }) })
  const notPlate = wish.plate === '' ? null : t.refusal(whyNotPlate(normalPlate(wish.plate)))
  const whyNot = notPlate ?? (wish.plate === '' || wish.customerName.trim() === '' || wish.words.trim() === '' ? t('care.fill-in') : null)
  return (
    <Dialog title={t('care.complain')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: wish }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('care.complain')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('care.plate')} name="plate" value={wish.plate} onChange={(plate) => put({ plate })} required autoFocus maxLength={20} error={notPlate} />
        <TextField label={t('care.customer')} name="customer" value={wish.customerName} onChange={(customerName) => put({ customerName })} required maxLength={60} />
        <TextField label={t('care.phone')} name="phone" type="tel" value={wish.phone} onChange={(phone) => put({ phone })} maxLength={20} />
        <ChoiceField label={t('care.complains-about')} value={wish.kind} onChange={(kind) => put({ kind })} wide choices={complaintKinds.map((value) => ({ value, text: t(`care.kind.${value}`) }))} />
        <TextAreaField label={t('care.words')} name="words" value={wish.words} onChange={(words) => put({ words })} required maxLength={1_000} />
      </div>
    </Dialog>
  )
}
