import { OrderLinks } from '../../modules/answers/ui/public.tsx'
import { appointmentScreens } from '../../modules/appointments/ui/screens.ts'
import { approvalScreens } from '../../modules/approvals/ui/screens.ts'
import { assuranceScreens } from '../../modules/assurance/ui/screens.ts'
import { binScreens } from '../../modules/bins/ui/screens.ts'
import { CarCampaigns, OrderCampaigns } from '../../modules/campaigns/ui/public.tsx'
import { campaignScreens } from '../../modules/campaigns/ui/screens.ts'
import { careScreens } from '../../modules/care/ui/screens.ts'
import { catalogueScreens } from '../../modules/catalogue/ui/screens.ts'
import { counterScreens } from '../../modules/counter/ui/screens.ts'
import { countScreens } from '../../modules/counts/ui/screens.ts'
import { courtesyCarScreens } from '../../modules/courtesy-cars/ui/screens.ts'
import { registerCustomerSections } from '../../modules/customers/ui/public.tsx'
import { dutyScreens } from '../../modules/duties/ui/screens.ts'
import { exchangeScreens } from '../../modules/exchange/ui/screens.ts'
import { meetingScreens } from '../../modules/meetings/ui/screens.ts'
import { noticeScreens } from '../../modules/notices/ui/screens.ts'
import { organisationScreens } from '../../modules/organisation/ui/screens.ts'
import { pickingScreens } from '../../modules/picking/ui/screens.ts'
import { partsOrderScreens } from '../../modules/parts-orders/ui/screens.ts'
import { partsPlanScreens } from '../../modules/parts-plan/ui/screens.ts'
import { OrderShortages } from '../../modules/purchasing/ui/public.tsx'
import { CustomerPrivacy } from '../../modules/privacy/ui/public.tsx'
import { privacyScreens } from '../../modules/privacy/ui/screens.ts'
import { expenseScreens } from '../../modules/expenses/ui/screens.ts'
import { priceScreens } from '../../modules/prices/ui/screens.ts'
import { purchasingScreens } from '../../modules/purchasing/ui/screens.ts'
import { receivingScreens } from '../../modules/receiving/ui/screens.ts'
import { registerOrderSections } from '../../modules/repair-orders/ui/public.tsx'
import { repairOrderScreens } from '../../modules/repair-orders/ui/screens.ts'
import { reportScreens } from '../../modules/reports/ui/screens.ts'
import { rosterScreens } from '../../modules/rosters/ui/screens.ts'
import { settlementScreens } from '../../modules/settlement/ui/screens.ts'
import { stockHealthScreens } from '../../modules/stock-health/ui/screens.ts'
import { stockScreens } from '../../modules/stock/ui/screens.ts'
import { supplierReturnScreens } from '../../modules/supplier-returns/ui/screens.ts'
import { supplierScreens } from '../../modules/suppliers/ui/screens.ts'
import { registerVehicleSections } from '../../modules/vehicles/ui/public.tsx'
import { CarDocuments } from '../../modules/technical-documents/ui/public.tsx'
import { taskScreens } from '../../modules/tasks/ui/screens.ts'
import { paperScreens } from '../../modules/papers/ui/screens.ts'
import { teamScreens } from '../../modules/teams/ui/screens.ts'
import { technicalDocumentScreens } from '../../modules/technical-documents/ui/screens.ts'
import { transferScreens } from '../../modules/transfers/ui/screens.ts'
import { vehicleScreens } from '../../modules/vehicles/ui/screens.ts'
import { registerCarTools } from '../../modules/workshop/ui/public.tsx'
import { workshopScreens } from '../../modules/workshop/ui/screens.ts'
import { qualificationScreens } from '../../modules/qualifications/ui/screens.ts'
import { invoicingScreens } from '../../modules/invoicing/ui/screens.ts'
import { OrderDelivery } from '../../modules/settlement/ui/public.tsx'
import { CarHistory, OrderHistory, OrderQuality } from '../../modules/quality/ui/public.tsx'
import { qualityScreens } from '../../modules/quality/ui/screens.ts'
import { attendanceScreens } from '../../modules/attendance/ui/screens.ts'
import type { Screen } from '../../platform/web/screens.ts'

// What later modules show on the order's sheet, on the car's page, and beside a car on the technician's phone.
registerOrderSections({ id: 'campaigns', part: OrderCampaigns, first: true }, { id: 'history', part: OrderHistory, first: true }, { id: 'links', part: OrderLinks }, { id: 'shortages', part: OrderShortages }, { id: 'quality', part: OrderQuality }, { id: 'delivery', part: OrderDelivery })
registerCustomerSections({ id: 'privacy', part: CustomerPrivacy })
registerVehicleSections({ id: 'campaigns', part: CarCampaigns })
registerCarTools({ id: 'history', part: CarHistory }, { id: 'documents', part: CarDocuments })

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
