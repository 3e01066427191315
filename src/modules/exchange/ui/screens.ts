import { ArrowRightLeft } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { exchangePermissions } from '../permissions.ts'
import { exchangeTexts } from './texts.ts'

export const exchangeScreens: readonly Screen[] = [
  {
    id: 'exchange', path: '/exchange/{-$importId}', group: 'manage', place: 95, icon: ArrowRightLeft, needs: exchangePermissions.see, page: onDemand(() => import('./exchange-page.tsx'), 'ExchangePage'),
    title: { 'zh-CN': exchangeTexts.zh['exchange.title'], en: exchangeTexts.en['exchange.title'] },
  },
]
