import { Banknote, HandCoins, KeyRound, PiggyBank } from 'lucide-react'
import type { Screen } from '../../../platform/web/screens.ts'
import { settlementPermissions } from '../permissions.ts'
import { CashierPage } from './cashier-page.tsx'
import { DeliveryPage } from './delivery-page.tsx'
import { DepositsPage } from './deposits-page.tsx'
import { ReceivablesPage } from './receivables-page.tsx'
import { settlementTexts } from './texts.ts'

const { zh, en } = settlementTexts

export const settlementScreens: readonly Screen[] = [
  {
    id: 'delivery', path: '/settlements/{-$orderId}', group: 'front', place: 20, icon: KeyRound, needs: settlementPermissions.deliver, page: DeliveryPage,
    title: { 'zh-CN': zh['settlement.delivery-page'], en: en['settlement.delivery-page'] },
  },
  {
    id: 'cashier', path: '/cashier/{-$statementId}', group: 'front', place: 25, icon: Banknote, needs: settlementPermissions.till, page: CashierPage,
    title: { 'zh-CN': zh['settlement.cashier'], en: en['settlement.cashier'] },
  },
  {
    id: 'deposits', path: '/deposits/{-$orderId}', group: 'front', place: 27, icon: PiggyBank, needs: settlementPermissions.pay, page: DepositsPage,
    title: { 'zh-CN': zh['settlement.deposits'], en: en['settlement.deposits'] },
  },
  {
    id: 'receivables', path: '/receivables/{-$receivableId}', group: 'front', place: 26, icon: HandCoins, needs: settlementPermissions.seeReceivables, page: ReceivablesPage,
    title: { 'zh-CN': zh['settlement.receivables'], en: en['settlement.receivables'] },
  },
]
