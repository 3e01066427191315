import { ArrowRightLeft, Grid3x3 } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { binPermissions } from '../permissions.ts'
import { binTexts } from './texts.ts'

const { zh, en } = binTexts

export const binScreens: readonly Screen[] = [
  { id: 'bins', path: '/bins/{-$placeId}', group: 'parts', place: 21, icon: Grid3x3, needs: binPermissions.see, page: onDemand(() => import('./map-page.tsx'), 'MapPage'), title: { 'zh-CN': zh['bins.title'], en: en['bins.title'] } },
  { id: 'bin-moves', path: '/bin-moves', group: 'parts', place: 22, icon: ArrowRightLeft, needs: binPermissions.see, page: onDemand(() => import('./moving-page.tsx'), 'MovingPage'), title: { 'zh-CN': zh['bins.moving'], en: en['bins.moving'] } },
]
