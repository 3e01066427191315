import { MessageCircleQuestion, Scale } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { supplierPermissions } from '../permissions.ts'
import { supplierTexts } from './texts.ts'

const { zh, en } = supplierTexts

export const supplierScreens: readonly Screen[] = [
  {
    id: 'supplier-inquiries', path: '/supplier-inquiries/{-$inquiryId}', group: 'parts', place: 27, icon: MessageCircleQuestion, needs: supplierPermissions.seeInquiries, page: onDemand(() => import('./inquiries-page.tsx'), 'InquiriesPage'),
    title: { 'zh-CN': zh['suppliers.inquiries'], en: en['suppliers.inquiries'] },
  },
  {
    id: 'supplier-statements', path: '/supplier-statements/{-$statementId}', group: 'parts', place: 28, icon: Scale, needs: supplierPermissions.see, page: onDemand(() => import('./statements-page.tsx'), 'StatementsPage'),
    title: { 'zh-CN': zh['suppliers.statements'], en: en['suppliers.statements'] },
  },
]
