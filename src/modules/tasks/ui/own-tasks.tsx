import { useNavigate } from '@tanstack/react-router'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Badge } from '../../../ui-kit/tag.tsx'
import { ownTasks, type TaskRow } from '../contract.ts'
import { taskPermissions } from '../permissions.ts'
import { TaskCard } from './task-card.tsx'
import { taskTexts } from './texts.ts'

/** What waits for me: to do, and to check. */
export function useOwnTasks(): readonly TaskRow[] {
  const may = useMay()
  return useReading(ownTasks, {}, { enabled: may(taskPermissions.see), refetchInterval: 60_000 }).data?.rows ?? []
}

/** On everybody's first page. */
export function OwnTasks({ rows }: { rows: readonly TaskRow[] }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const navigate = useNavigate()
  if (rows.length === 0) return null
  return (
    <Section title={<>{t('tasks.own')} <Badge count={rows.length} {...(rows.some(({ overdue }) => overdue) ? { tone: 'danger' as const } : {})} /></>}>
      <ul className="task-list">{rows.map((row) => <TaskCard key={row.id} row={row} onOpen={(id) => { void navigate({ to: `/tasks/${id}` }) }} />)}</ul>
    </Section>
  )
}
