import { appointmentScreens } from '../../modules/appointments/ui/screens.ts'
import { approvalScreens } from '../../modules/approvals/ui/screens.ts'
import { assuranceScreens } from '../../modules/assurance/ui/screens.ts'
import { binScreens } from '../../modules/bins/ui/screens.ts'
import { campaignScreens } from '../../modules/campaigns/ui/screens.ts'
import { careScreens } from '../../modules/care/ui/screens.ts'
import { catalogueScreens } from '../../modules/catalogue/ui/screens.ts'
import { counterScreens } from '../../modules/counter/ui/screens.ts'
import { countScreens } from '../../modules/counts/ui/screens.ts'
import { courtesyCarScreens } from '../../modules/courtesy-cars/ui/screens.ts'
import { registerCustomerSections } from '../../modules/customers/ui/screens.ts'
import { dutyScreens } from '../../modules/duties/ui/screens.ts'
import { exchangeScreens } from '../../modules/exchange/ui/screens.ts'
import { meetingScreens } from '../../modules/meetings/ui/screens.ts'
import { noticeScreens } from '../../modules/notices/ui/screens.ts'
import { organisationScreens } from '../../modules/organisation/ui/screens.ts'
import { pickingScreens } from '../../modules/picking/ui/screens.ts'
import { partsOrderScreens } from '../../modules/parts-orders/ui/screens.ts'
import { partsPlanScreens } from '../../modules/parts-plan/ui/screens.ts'
import { privacyScreens } from '../../modules/privacy/ui/screens.ts'
import { expenseScreens } from '../../modules/expenses/ui/screens.ts'
import { priceScreens } from '../../modules/prices/ui/screens.ts'
import { purchasingScreens } from '../../modules/purchasing/ui/screens.ts'
import { receivingScreens } from '../../modules/receiving/ui/screens.ts'
import { registerOrderSections, repairOrderScreens } from '../../modules/repair-orders/ui/screens.ts'
import { reportScreens } from '../../modules/reports/ui/screens.ts'
import { rosterScreens } from '../../modules/rosters/ui/screens.ts'
import { settlementScreens } from '../../modules/settlement/ui/screens.ts'
import { stockHealthScreens } from '../../modules/stock-health/ui/screens.ts'
import { stockScreens } from '../../modules/stock/ui/screens.ts'
import { supplierReturnScreens } from '../../modules/supplier-returns/ui/screens.ts'
import { supplierScreens } from '../../modules/suppliers/ui/screens.ts'
import { taskScreens } from '../../modules/tasks/ui/screens.ts'
import { paperScreens } from '../../modules/papers/ui/screens.ts'
import { teamScreens } from '../../modules/teams/ui/screens.ts'
import { technicalDocumentScreens } from '../../modules/technical-documents/ui/screens.ts'
import { transferScreens } from '../../modules/transfers/ui/screens.ts'
import { registerVehicleSections, vehicleScreens } from '../../modules/vehicles/ui/screens.ts'
import { registerCarTools, workshopScreens } from '../../modules/workshop/ui/screens.ts'
import { qualificationScreens } from '../../modules/qualifications/ui/screens.ts'
import { invoicingScreens } from '../../modules/invoicing/ui/screens.ts'
import { qualityScreens } from '../../modules/quality/ui/screens.ts'
import { attendanceScreens } from '../../modules/attendance/ui/screens.ts'
import { partOnDemand } from '../../platform/web/parts.tsx'
import type { Screen } from '../../platform/web/screens.ts'

const campaigns = () => import('../../modules/campaigns/ui/public.tsx')
const quality = () => import('../../modules/quality/ui/public.tsx')

// What later modules show on the order's sheet, on the car's page, and beside a car on the technician's phone.
registerOrderSections(
  { id: 'campaigns', part: partOnDemand(async () => (await campaigns()).OrderCampaigns), first: true }, { id: 'history', part: partOnDemand(async () => (await quality()).OrderHistory), first: true },
  { id: 'links', part: partOnDemand(async () => (await import('../../modules/answers/ui/public.tsx')).OrderLinks) }, { id: 'shortages', part: partOnDemand(async () => (await import('../../modules/purchasing/ui/public.tsx')).OrderShortages) },
  { id: 'quality', part: partOnDemand(async () => (await quality()).OrderQuality) }, { id: 'delivery', part: partOnDemand(async () => (await import('../../modules/settlement/ui/public.tsx')).OrderDelivery) },
)
registerCustomerSections({ id: 'privacy', part: partOnDemand(async () => (await import('../../modules/privacy/ui/public.tsx')).CustomerPrivacy) })
registerVehicleSections({ id: 'campaigns', part: partOnDemand(async () => (await campaigns()).CarCampaigns) })
registerCarTools({ id: 'history', part: partOnDemand(async () => (await quality()).CarHistory) }, { id: 'documents', part: partOnDemand(async () => (await import('../../modules/technical-documents/ui/public.tsx')).CarDocuments) })

/** All screens, in the order of the navigation. */
export const screens: readonly Screen[] = [
  ...appointmentScreens,
  ...approvalScreens,
  ...assuranceScreens,
  ...attendanceScreens,
  ...binScreens,
  ...campaignScreens,
  ...careScreens,
  ...catalogueScreens,
  ...counterScreens,
  ...countScreens,
  ...courtesyCarScreens,
  ...dutyScreens,
  ...exchangeScreens,
  ...expenseScreens,
  ...invoicingScreens,
  ...meetingScreens,
  ...noticeScreens,
  ...organisationScreens,
  ...partsOrderScreens,
  ...partsPlanScreens,
  ...pickingScreens,
  ...privacyScreens,
  ...priceScreens,
  ...purchasingScreens,
  ...qualificationScreens,
  ...qualityScreens,
  ...receivingScreens,
  ...repairOrderScreens,
  ...reportScreens,
  ...rosterScreens,
  ...settlementScreens,
  ...stockHealthScreens,
  ...stockScreens,
  ...supplierReturnScreens,
  ...supplierScreens,
  ...taskScreens,
  ...paperScreens,
  ...teamScreens,
  ...technicalDocumentScreens,
  ...transferScreens,
  ...vehicleScreens,
  ...workshopScreens,
].toSorted((a, b) => a.place - b.place)
