import { BadgeCheck } from 'lucide-react'
import type { Screen } from '../../../platform/web/screens.ts'
import { approvalPermissions } from '../permissions.ts'
import { ApprovalsPage } from './approvals-page.tsx'
import { approvalTexts } from './texts.ts'

const { zh, en } = approvalTexts

export const approvalScreens: readonly Screen[] = [
  { id: 'approvals', path: '/approvals', group: 'manage', place: 38, icon: BadgeCheck, needs: approvalPermissions.see, page: ApprovalsPage, title: { 'zh-CN': zh['approvals.title'], en: en['approvals.title'] } },
]
