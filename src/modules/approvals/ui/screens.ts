import { BadgeCheck } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { approvalPermissions } from '../permissions.ts'
import { approvalTexts } from './texts.ts'

const { zh, en } = approvalTexts

export const approvalScreens: readonly Screen[] = [
  { id: 'approvals', path: '/approvals', group: 'manage', place: 38, icon: BadgeCheck, needs: approvalPermissions.see, page: onDemand(() => import('./approvals-page.tsx'), 'ApprovalsPage'), title: { 'zh-CN': zh['approvals.title'], en: en['approvals.title'] } },
]
