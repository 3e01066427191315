import { ShieldCheck } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { qualityPermissions } from '../permissions.ts'
import { qualityTexts } from './texts.ts'

export const qualityScreens: readonly Screen[] = [
  {
    id: 'quality', path: '/quality', group: 'workshop', place: 47, icon: ShieldCheck, needs: qualityPermissions.see, page: onDemand(() => import('./quality-page.tsx'), 'QualityPage'),
    title: { 'zh-CN': qualityTexts.zh['quality.title'], en: qualityTexts.en['quality.title'] },
  },
]
