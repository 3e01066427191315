import { BookUser, CarFront } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { customerPermissions } from '../../customers/permissions.ts'
import { vehiclePermissions } from '../permissions.ts'
import { vehicleTexts } from './texts.ts'

export { registerVehicleSections } from './vehicle-sections.ts'

export const vehicleScreens: readonly Screen[] = [
  {
    id: 'vehicles', path: '/vehicles/{-$vehicleId}', group: 'customers', place: 20, icon: CarFront, needs: vehiclePermissions.see, page: onDemand(() => import('./vehicles-page.tsx'), 'VehiclesPage'),
    title: { 'zh-CN': vehicleTexts.zh['vehicles.customers-and-vehicles'], en: vehicleTexts.en['vehicles.customers-and-vehicles'] },
  },
  {
    id: 'customers', path: '/customers/{-$customerId}', group: 'customers', place: 21, icon: BookUser, needs: customerPermissions.see, page: onDemand(() => import('./customers-page.tsx'), 'CustomersPage'),
    title: { 'zh-CN': vehicleTexts.zh['vehicles.customers'], en: vehicleTexts.en['vehicles.customers'] },
  },
]
