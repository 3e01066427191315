import { ListTodo, Monitor, MonitorCheck, SquareGanttChart, SquareKanban } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { workshopPermissions } from '../permissions.ts'
import { workshopTexts } from './texts.ts'

export { registerCarTools } from './car-tools.ts'

export const workshopScreens: readonly Screen[] = [
  {
    id: 'workshop-board', path: '/workshop-board', group: 'workshop', place: 15, icon: SquareGanttChart, needs: workshopPermissions.see, page: onDemand(() => import('./board-page.tsx'), 'WorkshopBoardPage'),
    title: { 'zh-CN': workshopTexts.zh['workshop.board'], en: workshopTexts.en['workshop.board'] },
  },
  {
    id: 'my-jobs', path: '/my-jobs', group: 'workshop', place: 10, icon: ListTodo, needs: workshopPermissions.clock, standing: workshopPermissions.clock, page: onDemand(() => import('./my-jobs-page.tsx'), 'MyJobsPage'),
    title: { 'zh-CN': workshopTexts.zh['workshop.my-jobs'], en: workshopTexts.en['workshop.my-jobs'] },
  },
  {
    id: 'workshop', path: '/workshop/{-$orderId}', group: 'workshop', place: 20, icon: SquareKanban, needs: workshopPermissions.see, standing: workshopPermissions.inspect, page: onDemand(() => import('./workshop-page.tsx'), 'WorkshopPage'),
    title: { 'zh-CN': workshopTexts.zh['workshop.title'], en: workshopTexts.en['workshop.title'] },
  },
  {
    id: 'wall-workshop', path: '/wall/workshop', group: 'workshop', place: 90, icon: Monitor, needs: workshopPermissions.wall, bare: true, page: onDemand(() => import('./wall-pages.tsx'), 'WorkshopWallPage'),
    title: { 'zh-CN': workshopTexts.zh['workshop.wall-workshop-title'], en: workshopTexts.en['workshop.wall-workshop-title'] },
  },
  {
    id: 'wall-reception', path: '/wall/reception', group: 'workshop', place: 91, icon: MonitorCheck, needs: workshopPermissions.wall, bare: true, page: onDemand(() => import('./wall-pages.tsx'), 'ReceptionWallPage'),
    title: { 'zh-CN': workshopTexts.zh['workshop.wall-reception-title'], en: workshopTexts.en['workshop.wall-reception-title'] },
  },
]
