import { Link } from '@tanstack/react-router'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import type { Tone } from '../../../ui-kit/tag.tsx'
import { Timeline } from '../../../ui-kit/timeline.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { seeTask, type StepKind, type TaskDetail } from '../contract.ts'
import { TaskFacts, TaskHead } from './task-card.tsx'
import { TaskDeeds } from './task-deeds.tsx'
import { taskTexts } from './texts.ts'

const toneOf: Readonly<Partial<Record<StepKind, Tone>>> = { returned: 'danger', done: 'warn', checked: 'active' }

/** One task with its photos and everything that was said about it. */
export function TaskSheet({ taskId }: { taskId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeTask, { params: { taskId } })
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return isPending ? <Skeleton kind="list" lines={4} /> : <Sheet task={data} />
}

function Sheet({ task }: { task: TaskDetail }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const moments = useMoments()
  return (
    <div className="task-sheet k-panel">
      <TaskHead row={task} />
      <p className="task-title">{task.words === '' ? t('tasks.photo-only') : task.words}</p>
      <TaskFacts row={task} />
      {task.sourcePage === '' ? null : <p><Link to={task.sourcePage}>{t('tasks.source', { name: task.sourceName })}</Link></p>}
      <Section title={t('tasks.photos')}>
        <PhotoStrip subject="task" subjectId={task.id} occasion="problem" open={task.gave && task.status === 'open'} />
        <PhotoStrip subject="task" subjectId={task.id} occasion="remedy" open={task.mine && task.status === 'open'} />
      </Section>
      <TaskDeeds task={task} />
      <Section title={t('tasks.steps')}>
        <Timeline label={t('tasks.steps')} entries={task.steps.map(({ id, what, at, personName, words }) => ({ id, time: moments.full(at), who: personName, text: words === '' ? t(`tasks.step.${what}`) : t('tasks.step-said', { step: t(`tasks.step.${what}`), words }), tone: toneOf[what] }))} />
      </Section>
    </div>
  )
}
