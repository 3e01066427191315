import { ReceiptText } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { invoicingPermissions } from '../permissions.ts'
import { invoicingTexts } from './texts.ts'

export const invoicingScreens: readonly Screen[] = [
  {
    id: 'invoices', path: '/invoices', group: 'money', place: 15, icon: ReceiptText, needs: invoicingPermissions.see, page: onDemand(() => import('./invoicing-page.tsx'), 'InvoicingPage'),
    title: { 'zh-CN': invoicingTexts.zh['invoicing.title'], en: invoicingTexts.en['invoicing.title'] },
  },
]
