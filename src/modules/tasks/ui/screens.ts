import { MessageSquareWarning } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { taskPermissions } from '../permissions.ts'
import { taskTexts } from './texts.ts'

export const taskScreens: readonly Screen[] = [
  { id: 'tasks', path: '/tasks/{-$taskId}', group: 'front', place: 12, icon: MessageSquareWarning, needs: taskPermissions.see, page: onDemand(() => import('./tasks-page.tsx'), 'TasksPage'), title: { 'zh-CN': taskTexts.zh['tasks.title'], en: taskTexts.en['tasks.title'] } },
]
