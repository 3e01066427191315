import { FileCheck } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { paperPermissions } from '../permissions.ts'
import { paperTexts } from './texts.ts'

export const paperScreens: readonly Screen[] = [
  {
    id: 'papers', path: '/papers', group: 'customers', place: 50, icon: FileCheck, needs: paperPermissions.see, page: onDemand(() => import('./papers-page.tsx'), 'PapersPage'),
    title: { 'zh-CN': paperTexts.zh['papers.title'], en: paperTexts.en['papers.title'] },
  },
]
