import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PhotoStrip, usePhotoDetails } from '../../photos/ui/public.tsx'
import { signChecklist, type InstanceRow } from '../contract.ts'
import { CheckPoints, useCheckPoints } from './check-points.tsx'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

export type ChecklistDialogProps = { row: InstanceRow; checklist: NonNullable<InstanceRow['checklist']>; onClose: () => void }

/** The checklist of a duty; signed it closes the duty. */
export function ChecklistDialog({ row, checklist, onClose }: ChecklistDialogProps) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const nameOf = useNameOf()
  const wanted = checklist.points.filter(({ photo }) => photo).map(({ id }) => id)
  const photographed = usePhotoDetails({ subject: 'duty', subjectId: row.id, occasion: 'duty', details: row.photoNeeded ? [...wanted, ''] : wanted })
  const { answers, put, bare, whyNot: pointsOwe, results } = useCheckPoints(checklist.points, photographed)
  const whyNot = pointsOwe ?? (row.photoNeeded && photographed.size === 0 ? t('duties.photo-missing') : null)
  const deed = useDeed(signChecklist, ({ tasksOpened, tasksClosed }) => {
    onClose()
    toast({ text: tasksOpened > 0 ? t('duties.tasks-opened', { count: tasksOpened }) : tasksClosed > 0 ? t('duties.tasks-closed', { count: tasksClosed }) : t('duties.signed') })
  })
  const submit = () => deed.run({ params: { instanceId: row.id }, body: { version: row.version, points: results } })
  return (
    <Dialog title={nameOf(checklist)} onClose={onClose} onSubmit={() => { if (whyNot === null) submit() }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('duties.sign')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <CheckPoints points={checklist.points} answers={answers} put={put} bare={bare} photosOf={(point) => <PhotoStrip subject="duty" subjectId={row.id} occasion="duty" detail={point} open onTaken={deed.reset} />} />
        {row.photoNeeded && photographed.size === 0 ? <p className="k-quiet-text">{t('duties.photo-missing')}</p> : null}
        {row.photoNeeded ? <PhotoStrip subject="duty" subjectId={row.id} occasion="duty" open onTaken={deed.reset} /> : null}
      </div>
    </Dialog>
  )
}
