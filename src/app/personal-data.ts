import { answersPersonal } from '../modules/answers/public.ts'
import { appointmentsPersonal } from '../modules/appointments/public.ts'
import { approvalsPersonal } from '../modules/approvals/public.ts'
import { campaignsPersonal } from '../modules/campaigns/public.ts'
import { carePersonal } from '../modules/care/public.ts'
import { counterPersonal } from '../modules/counter/public.ts'
import { courtesyCarsPersonal } from '../modules/courtesy-cars/public.ts'
import { customersPersonal } from '../modules/customers/public.ts'
import { dutiesPersonal } from '../modules/duties/public.ts'
import { exchangePersonal } from '../modules/exchange/public.ts'
import { invoicingPersonal } from '../modules/invoicing/public.ts'
import { noticesPersonal } from '../modules/notices/public.ts'
import { papersPersonal } from '../modules/papers/public.ts'
import { photosPersonal } from '../modules/photos/public.ts'
import { privacyPersonal } from '../modules/privacy/public.ts'
import { purchasingPersonal } from '../modules/purchasing/public.ts'
import { qualityPersonal } from '../modules/quality/public.ts'
import { repairOrdersPersonal } from '../modules/repair-orders/public.ts'
import { settlementPersonal } from '../modules/settlement/public.ts'
import { supplierReturnsPersonal } from '../modules/supplier-returns/public.ts'
import { tasksPersonal } from '../modules/tasks/public.ts'
import { vehiclesPersonal } from '../modules/vehicles/public.ts'
import { workshopPersonal } from '../modules/workshop/public.ts'
import type { PersonalPart } from '../platform/personal-data.ts'

/** What each module holds about customers, in the order in which a person reads about himself; records found in one lead to those about them further down. */
export const personalData: readonly PersonalPart[] = [
  customersPersonal,
  vehiclesPersonal,
  repairOrdersPersonal,
  workshopPersonal,
  settlementPersonal,
  invoicingPersonal,
  appointmentsPersonal,
  carePersonal,
  counterPersonal,
  courtesyCarsPersonal,
  qualityPersonal,
  purchasingPersonal,
  supplierReturnsPersonal,
  campaignsPersonal,
  answersPersonal,
  photosPersonal,
  papersPersonal,
  approvalsPersonal,
  dutiesPersonal,
  tasksPersonal,
  noticesPersonal,
  exchangePersonal,
  privacyPersonal,
]
