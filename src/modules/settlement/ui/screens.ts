import { Banknote, CalendarCheck2, HandCoins, KeyRound, NotebookPen, PiggyBank, ShieldAlert } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { settlementPermissions } from '../permissions.ts'
import { settlementTexts } from './texts.ts'

const { zh, en } = settlementTexts

export const settlementScreens: readonly Screen[] = [
  {
    id: 'delivery', path: '/settlements/{-$orderId}', group: 'front', place: 20, icon: KeyRound, needs: settlementPermissions.deliver, page: onDemand(() => import('./delivery-page.tsx'), 'DeliveryPage'),
    title: { 'zh-CN': zh['settlement.delivery-page'], en: en['settlement.delivery-page'] },
  },
  {
    id: 'cashier', path: '/cashier/{-$statementId}', group: 'money', place: 10, icon: Banknote, needs: settlementPermissions.till, page: onDemand(() => import('./cashier-page.tsx'), 'CashierPage'),
    title: { 'zh-CN': zh['settlement.cashier'], en: en['settlement.cashier'] },
  },
  {
    id: 'tills', path: '/tills/{-$day}', group: 'money', place: 15, icon: CalendarCheck2, needs: settlementPermissions.till, page: onDemand(() => import('./tills-page.tsx'), 'TillsPage'),
    title: { 'zh-CN': zh['settlement.tills'], en: en['settlement.tills'] },
  },
  {
    id: 'deposits', path: '/deposits/{-$orderId}', group: 'money', place: 12, icon: PiggyBank, needs: settlementPermissions.pay, page: onDemand(() => import('./deposits-page.tsx'), 'DepositsPage'),
    title: { 'zh-CN': zh['settlement.deposits'], en: en['settlement.deposits'] },
  },
  {
    id: 'claims', path: '/claims-due/{-$statementId}', group: 'money', place: 14, icon: ShieldAlert, needs: settlementPermissions.reallocate, page: onDemand(() => import('./claims-page.tsx'), 'ClaimsPage'),
    title: { 'zh-CN': zh['settlement.claims'], en: en['settlement.claims'] },
  },
  {
    id: 'credit', path: '/credit-accounts/{-$customerId}', group: 'money', place: 13, icon: NotebookPen, needs: settlementPermissions.seeReceivables, page: onDemand(() => import('./credit-page.tsx'), 'CreditPage'),
    title: { 'zh-CN': zh['settlement.credit'], en: en['settlement.credit'] },
  },
  {
    id: 'receivables', path: '/receivables/{-$receivableId}', group: 'money', place: 11, icon: HandCoins, needs: settlementPermissions.seeReceivables, page: onDemand(() => import('./receivables-page.tsx'), 'ReceivablesPage'),
    title: { 'zh-CN': zh['settlement.receivables'], en: en['settlement.receivables'] },
  },
]
