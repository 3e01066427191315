import { OrderLinks } from '../../modules/answers/ui/public.tsx'
import { appointmentScreens } from '../../modules/appointments/ui/screens.ts'
import { approvalScreens } from '../../modules/approvals/ui/screens.ts'
import { assuranceScreens } from '../../modules/assurance/ui/screens.ts'
import { careScreens } from '../../modules/care/ui/screens.ts'
import { catalogueScreens } from '../../modules/catalogue/ui/screens.ts'
import { dutyScreens } from '../../modules/duties/ui/screens.ts'
import { exchangeScreens } from '../../modules/exchange/ui/screens.ts'
import { organisationScreens } from '../../modules/organisation/ui/screens.ts'
import { pickingScreens } from '../../modules/picking/ui/screens.ts'
import { OrderShortages } from '../../modules/purchasing/ui/public.tsx'
import { purchasingScreens } from '../../modules/purchasing/ui/screens.ts'
import { registerOrderSections } from '../../modules/repair-orders/ui/public.tsx'
import { repairOrderScreens } from '../../modules/repair-orders/ui/screens.ts'
import { reportScreens } from '../../modules/reports/ui/screens.ts'
import { rosterScreens } from '../../modules/rosters/ui/screens.ts'
import { settlementScreens } from '../../modules/settlement/ui/screens.ts'
import { stockScreens } from '../../modules/stock/ui/screens.ts'
import { CarDocuments } from '../../modules/technical-documents/ui/public.tsx'
import { technicalDocumentScreens } from '../../modules/technical-documents/ui/screens.ts'
import { vehicleScreens } from '../../modules/vehicles/ui/screens.ts'
import { registerCarTools } from '../../modules/workshop/ui/public.tsx'
import { workshopScreens } from '../../modules/workshop/ui/screens.ts'
import { qualificationScreens } from '../../modules/qualifications/ui/screens.ts'
import { invoicingScreens } from '../../modules/invoicing/ui/screens.ts'
import { CarHistory, OrderQuality } from '../../modules/quality/ui/public.tsx'
import { qualityScreens } from '../../modules/quality/ui/screens.ts'
import { attendanceScreens } from '../../modules/attendance/ui/screens.ts'
import type { Screen } from '../../platform/web/screens.ts'

// What later modules show on the order's sheet, and beside a car on the technician's phone.
registerOrderSections({ id: 'links', part: OrderLinks }, { id: 'shortages', part: OrderShortages }, { id: 'quality', part: OrderQuality })
registerCarTools({ id: 'history', part: CarHistory }, { id: 'documents', part: CarDocuments })

/** All screens, in the order of the navigation. */
export const screens: readonly Screen[] = [...appointmentScreens, ...approvalScreens, ...assuranceScreens, ...careScreens, ...catalogueScreens, ...dutyScreens, ...vehicleScreens, ...repairOrderScreens, ...settlementScreens, ...stockScreens, ...workshopScreens, ...pickingScreens, ...purchasingScreens, ...exchangeScreens, ...reportScreens, ...organisationScreens, ...qualificationScreens, ...rosterScreens, ...invoicingScreens, ...qualityScreens, ...attendanceScreens, ...technicalDocumentScreens].toSorted((a, b) => a.place - b.place)
