import { Store } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { counterPermissions } from '../permissions.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export const counterScreens: readonly Screen[] = [
  { id: 'counter', path: '/counter/{-$slipId}', group: 'parts', place: 11, icon: Store, needs: counterPermissions.see, page: onDemand(() => import('./counter-page.tsx'), 'CounterPage'), title: { 'zh-CN': zh['counter.title'], en: en['counter.title'] } },
]
