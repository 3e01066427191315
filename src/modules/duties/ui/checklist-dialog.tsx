import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { signChecklist, type InstanceRow } from '../contract.ts'
import type { PointResult } from '../domain/instance.ts'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

const results = ['pass', 'fail', 'none'] as const

type Answer = { readonly result: PointResult['result']; readonly note: string }
export type ChecklistDialogProps = { row: InstanceRow; checklist: NonNullable<InstanceRow['checklist']>; onClose: () => void }

/** Point by point, made for a phone; a failure asks for a word. */
export function ChecklistDialog({ row, checklist, onClose }: ChecklistDialogProps) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const nameOf = useNameOf()
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({})
  const deed = useDeed(signChecklist, ({ tasksOpened, tasksClosed }) => {
    onClose()
    toast({ text: tasksOpened > 0 ? t('duties.tasks-opened', { count: tasksOpened }) : tasksClosed > 0 ? t('duties.tasks-closed', { count: tasksClosed }) : t('duties.signed') })
  })
  const open = checklist.points.filter(({ id }) => answers[id] === undefined).length
  const wordless = Object.values(answers).some(({ result, note }) => result === 'fail' && note.trim() === '')
  const whyNot = open > 0 ? t('duties.points-open', { count: open }) : wordless ? t('duties.failure-needs-note') : null
  const submit = () => deed.run({ params: { instanceId: row.id }, body: { version: row.version, points: checklist.points.map(({ id: point }) => ({ point, ...answers[point] ?? { result: 'none', note: '' } })) } })
  return (
    <Dialog title={nameOf(checklist)} onClose={onClose} onSubmit={() => { if (whyNot === null) submit() }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('duties.sign')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {checklist.points.map((point) => {
          const answer = answers[point.id]
          const put = (change: Partial<Answer>) => setAnswers((before) => ({ ...before, [point.id]: { ...before[point.id] ?? { result: 'pass', note: '' }, ...change } }))
          return (
            <div key={point.id} className="check-point">
              <ChoiceField label={nameOf(point)} value={answer?.result ?? null} onChange={(result) => put({ result })} wide choices={results.map((value) => ({ value, text: t(`duties.point.${value}`) }))} />
              {answer?.result === 'fail' ? <TextField label={t('duties.note')} name={`note-${point.id}`} value={answer.note} onChange={(note) => put({ note })} required maxLength={300} /> : null}
            </div>
          )
        })}
        {row.photoNeeded ? <PhotoStrip subject="duty" subjectId={row.id} occasion="duty" open /> : null}
      </div>
    </Dialog>
  )
}
