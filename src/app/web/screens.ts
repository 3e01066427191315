import { repairOrderScreens } from '../../modules/repair-orders/ui/screens.ts'
import type { Screen } from '../../platform/web/screens.ts'

/** All screens, in the order of the navigation. */
export const screens: readonly Screen[] = [...repairOrderScreens].toSorted((a, b) => a.place - b.place)
