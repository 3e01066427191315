import { Boxes } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { stockPermissions } from '../permissions.ts'
import { stockTexts } from './texts.ts'

export const stockScreens: readonly Screen[] = [
  {
    id: 'stock', path: '/stock/{-$partId}', group: 'parts', place: 20, icon: Boxes, needs: stockPermissions.see, page: onDemand(() => import('./stock-page.tsx'), 'StockPage'),
    title: { 'zh-CN': stockTexts.zh['stock.title'], en: stockTexts.en['stock.title'] },
  },
]
