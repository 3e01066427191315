import { ListTodo, SquareKanban } from 'lucide-react'
import type { Screen } from '../../../platform/web/screens.ts'
import { workshopPermissions } from '../permissions.ts'
import { MyJobsPage } from './my-jobs-page.tsx'
import { workshopTexts } from './texts.ts'
import { WorkshopPage } from './workshop-page.tsx'

export const workshopScreens: readonly Screen[] = [
  {
    id: 'my-jobs', path: '/my-jobs', group: 'workshop', place: 10, icon: ListTodo, needs: workshopPermissions.clock, page: MyJobsPage,
    title: { 'zh-CN': workshopTexts.zh['workshop.my-jobs'], en: workshopTexts.en['workshop.my-jobs'] },
  },
  {
    id: 'workshop', path: '/workshop/{-$orderId}', group: 'workshop', place: 20, icon: SquareKanban, needs: workshopPermissions.see, page: WorkshopPage,
    title: { 'zh-CN': workshopTexts.zh['workshop.title'], en: workshopTexts.en['workshop.title'] },
  },
]
