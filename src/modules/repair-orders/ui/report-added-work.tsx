import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { en as photosEn } from '../../photos/texts/en.ts'
import { zh as photosZh } from '../../photos/texts/zh-CN.ts'
import { RecordSound, TakePhoto, useKeepPhotos, useKeepRecordings, type Sound } from '../../photos/ui/public.tsx'
import { reportAddedWork } from '../contract.ts'
import { urgencies, type Urgency } from '../domain/added-work.ts'
import { usualFindings, withFinding } from '../domain/usual-findings.ts'
import { repairOrderTexts } from './texts.ts'

/** What was found, and how soon it should be done; the advisor prices it and asks the customer. */
export function ReportAddedWork({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const w = useTexts(webZh, webEn)
  const language = useLanguage()
  const toast = useToast()
  const [findings, setFindings] = useState('')
  const [urgency, setUrgency] = useState<Urgency>('soon')
  const [pictures, setPictures] = useState<readonly Blob[]>([])
  const [sounds, setSounds] = useState<readonly Sound[]>([])
  const p = useTexts(photosZh, photosEn)
  const keep = useKeepPhotos()
  const keepSounds = useKeepRecordings()
  const deed = useDeed(reportAddedWork, ({ id, number }) => {
    void keep({ subject: 'repair-order', subjectId: orderId, occasion: 'added-work', detail: id }, pictures)
    void keepSounds({ subject: 'repair-order', subjectId: orderId, detail: id }, sounds)
    onClose()
    toast({ text: t('repair-orders.added-work-reported', { number }) })
  }, {
    title: t('repair-orders.added-waits', { findings }), about: orderId,
    kept: () => {
      void keep({ subject: 'repair-order', subjectId: orderId, occasion: 'added-work' }, pictures)
      void keepSounds({ subject: 'repair-order', subjectId: orderId, detail: '' }, sounds)
      onClose()
      toast({ text: w('web.kept') })
    },
  })
  const missing = findings.trim() === ''
  return (
    <Dialog title={t('repair-orders.added-work-report')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { orderId }, body: { findings, urgency } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('repair-orders.fill-in-all') : null}>{t('repair-orders.added-work-report')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('repair-orders.added-usual')} name="usual" value={null} placeholder={t('repair-orders.added-usual-choose')} onChange={(finding) => setFindings((before) => withFinding(before, finding, language))} choices={usualFindings.map((finding) => ({ value: finding[language], text: finding[language] }))} />
        <TextAreaField label={t('repair-orders.added-findings')} name="findings" value={findings} onChange={setFindings} required autoFocus maxLength={500} hint={t('repair-orders.added-findings-hint')} />
        <ChoiceField label={t('repair-orders.urgency')} value={urgency} onChange={setUrgency} wide choices={urgencies.map((value) => ({ value, text: t(`repair-orders.urgency.${value}`) }))} />
        <div className="k-row">
          <TakePhoto onTaken={(more) => setPictures((before) => [...before, ...more])} />
          {pictures.length === 0 ? null : <span role="status">{t('repair-orders.added-photos', { count: pictures.length })}</span>}
          <RecordSound onSound={(sound) => setSounds((before) => [...before, sound])} />
          {sounds.length === 0 ? null : <span role="status">{p('photos.recordings-count', { count: sounds.length })}</span>}
        </div>
      </div>
    </Dialog>
  )
}
