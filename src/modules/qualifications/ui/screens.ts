import { BadgeCheck } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { qualificationPermissions } from '../permissions.ts'
import { qualificationTexts } from './texts.ts'

export const qualificationScreens: readonly Screen[] = [
  {
    id: 'certificates', path: '/certificates', group: 'workshop', place: 48, icon: BadgeCheck, needs: qualificationPermissions.see, page: onDemand(() => import('./certificates-page.tsx'), 'CertificatesPage'),
    title: { 'zh-CN': qualificationTexts.zh['qualifications.title'], en: qualificationTexts.en['qualifications.title'] },
  },
]
