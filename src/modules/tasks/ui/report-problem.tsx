import { MessageSquareWarning } from 'lucide-react'
import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { photoPermissions } from '../../photos/permissions.ts'
import { TakePhoto, useKeepPhotos } from '../../photos/ui/public.tsx'
import { reportProblem } from '../contract.ts'
import { areas, positionOfArea, whyNotReport, type Area } from '../domain/task.ts'
import { taskPermissions } from '../permissions.ts'
import { taskTexts } from './texts.ts'

/** Three touches on a phone: this button, the camera, send. */
export function ReportProblem({ main = false }: { /** The main button of its page. */ main?: boolean }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may(taskPermissions.report)) return null
  return (
    <>
      <Button icon={MessageSquareWarning} kind={main ? 'primary' : 'plain'} onPress={() => setOpen(true)}>{t('tasks.report')}</Button>
      {open ? <ReportDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function ReportDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const toast = useToast()
  const may = useMay()
  const { nameOf } = usePositions()
  const [area, setArea] = useState<Area>('workshop')
  const [words, setWords] = useState('')
  const [pictures, setPictures] = useState<readonly Blob[]>([])
  const keep = useKeepPhotos()
  const deed = useDeed(reportProblem, ({ id, number }) => {
    void keep({ subject: 'task', subjectId: id, occasion: 'problem' }, pictures)
    onClose()
    toast({ text: t('tasks.reported', { number, position: nameOf(positionOfArea[area]) }) })
  })
  const whyNot = t.refusal(whyNotReport({ words, photos: pictures.length }))
  return (
    <Dialog title={t('tasks.report')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { area, words, photos: Math.min(pictures.length, 20) } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('tasks.report')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {may(photoPermissions.take) ? (
          <div className="k-row">
            <TakePhoto size="phone" onTaken={(more) => setPictures((before) => [...before, ...more])} />
            {pictures.length === 0 ? null : <span role="status">{t('tasks.photos-taken', { count: pictures.length })}</span>}
          </div>
        ) : null}
        <ChoiceField label={t('tasks.area')} value={area} onChange={setArea} wide choices={areas.map((value) => ({ value, text: t(`tasks.area.${value}`) }))} />
        <TextAreaField label={t('tasks.problem-words')} name="words" value={words} onChange={setWords} rows={2} maxLength={1_000} hint={t('tasks.problem-hint')} />
      </div>
    </Dialog>
  )
}
