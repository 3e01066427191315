import { ScrollText, ShieldCheck } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { assurancePermissions } from '../permissions.ts'
import { assuranceTexts } from './texts.ts'

const titled = (key: 'assurance.title' | 'assurance.checks-title') => ({ 'zh-CN': assuranceTexts.zh[key], en: assuranceTexts.en[key] })

export const assuranceScreens: readonly Screen[] = [
  { id: 'audit', path: '/audit', group: 'manage', place: 90, icon: ScrollText, needs: assurancePermissions.audit, page: onDemand(() => import('./audit-page.tsx'), 'AuditPage'), title: titled('assurance.title') },
  { id: 'checks', path: '/checks', group: 'manage', place: 91, icon: ShieldCheck, needs: assurancePermissions.state, page: onDemand(() => import('./checks-page.tsx'), 'ChecksPage'), title: titled('assurance.checks-title') },
]
