import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { countTasks, listTasks, taskGroups, type TaskGroup } from '../contract.ts'
import { taskPermissions } from '../permissions.ts'
import { GiveTask } from './give-task.tsx'
import { ReportProblem } from './report-problem.tsx'
import { TaskCard } from './task-card.tsx'
import { TaskSheet } from './task-sheet.tsx'
import { taskTexts } from './texts.ts'
import './tasks.css'

/** The department's channel and what was asked for: whose it is, by when, and how it ended. */
export function TasksPage() {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const may = useMay()
  const { taskId } = useParams({ strict: false })
  const navigate = useNavigate()
  const [group, setGroup] = useState<TaskGroup>('mine')
  const [giving, setGiving] = useState(false)
  const counts = useReading(countTasks, {}).data
  const open = (id: string | null) => { void navigate({ to: id === null ? '/tasks' : `/tasks/${id}` }) }
  if (taskId !== undefined) return <PageFrame title={t('tasks.title')} actions={<Button onPress={() => open(null)}>{t('tasks.back')}</Button>}><TaskSheet taskId={taskId} key={taskId} /></PageFrame>
  const countOf: Readonly<Partial<Record<TaskGroup, number | undefined>>> = { mine: counts?.toDo, given: counts?.toCheck }
  return (
    <PageFrame title={t('tasks.title')} actions={<>{may(taskPermissions.give) ? <Button onPress={() => setGiving(true)}>{t('tasks.give')}</Button> : null}<ReportProblem main /></>}>
      <Tabs label={t('tasks.group')} current={group} onChange={(id) => setGroup(taskGroups.find((known) => known === id) ?? 'mine')} tabs={taskGroups.map((id) => ({ id, text: t(`tasks.group.${id}`), count: countOf[id] === 0 ? undefined : countOf[id] }))}>
        <TaskList group={group} key={group} onOpen={open} />
      </Tabs>
      {giving ? <GiveTask onClose={() => setGiving(false)} /> : null}
    </PageFrame>
  )
}

function TaskList({ group, onOpen }: { group: TaskGroup; onOpen: (id: string) => void }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const w = useTexts(webZh, webEn)
  const [ended, setEnded] = useState(false)
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listTasks, { group, ended: ended ? 'yes' : 'no', find: find.trim(), limit: 40 })
  return (
    <div className="k-stack">
      <div className="task-bar">
        <TextField label={t('tasks.find')} name="find" type="search" value={find} onChange={setFind} maxLength={40} />
        {group === 'late' ? null : <CheckField label={t('tasks.show-ended')} checked={ended} onChange={setEnded} />}
      </div>
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t(`tasks.none.${group}`)}</EmptyState> : null}
      <ul className="task-list">{rows.map((row) => <TaskCard key={row.id} row={row} onOpen={onOpen} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
    </div>
  )
}
