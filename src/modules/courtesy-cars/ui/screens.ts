import { Car } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { courtesyCarPermissions } from '../permissions.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export const courtesyCarScreens: readonly Screen[] = [
  { id: 'courtesy-cars', path: '/courtesy-cars', group: 'customers', place: 31, icon: Car, needs: courtesyCarPermissions.see, page: onDemand(() => import('./courtesy-cars-page.tsx'), 'CourtesyCarsPage'), title: { 'zh-CN': zh['courtesy-cars.title'], en: en['courtesy-cars.title'] } },
]
