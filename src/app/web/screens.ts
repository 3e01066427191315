import { catalogueScreens } from '../../modules/catalogue/ui/screens.ts'
import { repairOrderScreens } from '../../modules/repair-orders/ui/screens.ts'
import { vehicleScreens } from '../../modules/vehicles/ui/screens.ts'
import type { Screen } from '../../platform/web/screens.ts'

/** All screens, in the order of the navigation. */
export const screens: readonly Screen[] = [...catalogueScreens, ...vehicleScreens, ...repairOrderScreens].toSorted((a, b) => a.place - b.place)
