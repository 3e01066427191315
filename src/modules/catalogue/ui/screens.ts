import { Percent, ScrollText, Wrench } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { cataloguePermissions } from '../permissions.ts'
import { catalogueTexts } from './texts.ts'

const titled = (key: keyof typeof catalogueTexts.zh) => ({ 'zh-CN': catalogueTexts.zh[key], en: catalogueTexts.en[key] })

export const catalogueScreens: readonly Screen[] = [
  { id: 'parts', path: '/parts/{-$partId}', group: 'parts', place: 30, icon: ScrollText, needs: cataloguePermissions.see, page: onDemand(() => import('./parts-page.tsx'), 'PartsPage'), title: titled('catalogue.parts') },
  { id: 'operations', path: '/labour-operations', group: 'workshop', place: 60, icon: Wrench, needs: cataloguePermissions.see, page: onDemand(() => import('./operations-page.tsx'), 'OperationsPage'), title: titled('catalogue.operations-short') },
  { id: 'rates', path: '/rates', group: 'manage', place: 40, icon: Percent, needs: cataloguePermissions.seeRates, page: onDemand(() => import('./rates-page.tsx'), 'RatesPage'), title: titled('catalogue.rates') },
]
