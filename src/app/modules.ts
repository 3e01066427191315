import type { PermissionEntry } from '../kernel/permissions.ts'
import type { Facts } from '../kernel/refusal.ts'
import { fill, type Language, type Texts } from '../kernel/texts.ts'
import { organisationBindings, type OrganisationParts } from '../modules/organisation/http/bindings.ts'
import { registerOpenWork } from '../modules/organisation/public.ts'
import { organisationExamples } from '../modules/organisation/examples.ts'
import { organisationPermissions } from '../modules/organisation/permissions.ts'
import { en as organisationEn } from '../modules/organisation/texts/en.ts'
import { zh as organisationZh } from '../modules/organisation/texts/zh-CN.ts'
import { catalogueBindings } from '../modules/catalogue/http/bindings.ts'
import { catalogueExamples } from '../modules/catalogue/examples.ts'
import { cataloguePermissions } from '../modules/catalogue/permissions.ts'
import { en as catalogueEn } from '../modules/catalogue/texts/en.ts'
import { zh as catalogueZh } from '../modules/catalogue/texts/zh-CN.ts'
import { assuranceBindings } from '../modules/assurance/http/bindings.ts'
import { assuranceExamples } from '../modules/assurance/examples.ts'
import { assurancePermissions } from '../modules/assurance/permissions.ts'
import { nameDeeds } from '../modules/assurance/public.ts'
import { en as assuranceEn } from '../modules/assurance/texts/en.ts'
import { zh as assuranceZh } from '../modules/assurance/texts/zh-CN.ts'
import { customerBindings } from '../modules/customers/http/bindings.ts'
import { customerExamples } from '../modules/customers/examples.ts'
import { customerPermissions } from '../modules/customers/permissions.ts'
import { en as customersEn } from '../modules/customers/texts/en.ts'
import { zh as customersZh } from '../modules/customers/texts/zh-CN.ts'
import { photoBindings } from '../modules/photos/http/bindings.ts'
import { photoExamples } from '../modules/photos/examples.ts'
import { photoPermissions } from '../modules/photos/permissions.ts'
import { registerPhotoSubject } from '../modules/photos/public.ts'
import { en as photosEn } from '../modules/photos/texts/en.ts'
import { zh as photosZh } from '../modules/photos/texts/zh-CN.ts'
import { rosterBindings } from '../modules/rosters/http/bindings.ts'
import { rosterExamples } from '../modules/rosters/examples.ts'
import { rosterPermissions } from '../modules/rosters/permissions.ts'
import { rosterProofs } from '../modules/rosters/public.ts'
import { en as rostersEn } from '../modules/rosters/texts/en.ts'
import { zh as rostersZh } from '../modules/rosters/texts/zh-CN.ts'
import { dutyBindings } from '../modules/duties/http/bindings.ts'
import { dutyExamples } from '../modules/duties/examples.ts'
import { dutyPermissions } from '../modules/duties/permissions.ts'
import { auditProofs, dutyInvariants, dutyProofs, followRoster, makeDutiesOfEvents, photosOfDuty, registerDutyEvents, registerProofs } from '../modules/duties/public.ts'
import { en as dutiesEn } from '../modules/duties/texts/en.ts'
import { zh as dutiesZh } from '../modules/duties/texts/zh-CN.ts'
import { vehicleBindings } from '../modules/vehicles/http/bindings.ts'
import { vehicleExamples } from '../modules/vehicles/examples.ts'
import { vehiclePermissions } from '../modules/vehicles/permissions.ts'
import { en as vehiclesEn } from '../modules/vehicles/texts/en.ts'
import { zh as vehiclesZh } from '../modules/vehicles/texts/zh-CN.ts'
import { stockBindings } from '../modules/stock/http/bindings.ts'
import { stockExamples } from '../modules/stock/examples.ts'
import { stockPermissions } from '../modules/stock/permissions.ts'
import { en as stockEn } from '../modules/stock/texts/en.ts'
import { zh as stockZh } from '../modules/stock/texts/zh-CN.ts'
import { repairOrderBindings } from '../modules/repair-orders/http/bindings.ts'
import { repairOrderExamples } from '../modules/repair-orders/examples.ts'
import { repairOrderPermissions } from '../modules/repair-orders/permissions.ts'
import { openOrdersOfAdvisor, photosOfOrder, registerComebacks, registerOutlook, registerShopFloor, repairOrderInvariants, repairOrderProofs } from '../modules/repair-orders/public.ts'
import { en as repairOrdersEn } from '../modules/repair-orders/texts/en.ts'
import { zh as repairOrdersZh } from '../modules/repair-orders/texts/zh-CN.ts'
import { workshopBindings } from '../modules/workshop/http/bindings.ts'
import { workshopExamples } from '../modules/workshop/examples.ts'
import { workshopPermissions } from '../modules/workshop/permissions.ts'
import { en as workshopEn } from '../modules/workshop/texts/en.ts'
import { zh as workshopZh } from '../modules/workshop/texts/zh-CN.ts'
import { pickingBindings } from '../modules/picking/http/bindings.ts'
import { pickingExamples } from '../modules/picking/examples.ts'
import { pickingPermissions } from '../modules/picking/permissions.ts'
import { en as pickingEn } from '../modules/picking/texts/en.ts'
import { zh as pickingZh } from '../modules/picking/texts/zh-CN.ts'
import { purchasingBindings } from '../modules/purchasing/http/bindings.ts'
import { purchasingExamples } from '../modules/purchasing/examples.ts'
import { purchasingPermissions } from '../modules/purchasing/permissions.ts'
import { expectedDays, purchasingInvariants, purchasingProofs, wakeRequests } from '../modules/purchasing/public.ts'
import { en as purchasingEn } from '../modules/purchasing/texts/en.ts'
import { zh as purchasingZh } from '../modules/purchasing/texts/zh-CN.ts'
import { partsOrderExamples } from '../modules/parts-orders/examples.ts'
import { partsOrderBindings } from '../modules/parts-orders/http/bindings.ts'
import { partsOrderPermissions } from '../modules/parts-orders/permissions.ts'
import { partsOrderInvariants, partsOrderProofs, partsOrderRequests } from '../modules/parts-orders/public.ts'
import { en as partsOrdersEn } from '../modules/parts-orders/texts/en.ts'
import { zh as partsOrdersZh } from '../modules/parts-orders/texts/zh-CN.ts'
import { receivingExamples } from '../modules/receiving/examples.ts'
import { receivingBindings } from '../modules/receiving/http/bindings.ts'
import { receivingPermissions } from '../modules/receiving/permissions.ts'
import { photosOfReceipt, receivingInvariants, receivingProofs } from '../modules/receiving/public.ts'
import { en as receivingEn } from '../modules/receiving/texts/en.ts'
import { zh as receivingZh } from '../modules/receiving/texts/zh-CN.ts'
import { searchBindings } from '../modules/search/http/bindings.ts'
import { searchExamples } from '../modules/search/examples.ts'
import { searchPermissions } from '../modules/search/permissions.ts'
import { en as searchEn } from '../modules/search/texts/en.ts'
import { zh as searchZh } from '../modules/search/texts/zh-CN.ts'
import { settlementBindings } from '../modules/settlement/http/bindings.ts'
import { settlementExamples } from '../modules/settlement/examples.ts'
import { settlementPermissions } from '../modules/settlement/permissions.ts'
import { en as settlementEn } from '../modules/settlement/texts/en.ts'
import { zh as settlementZh } from '../modules/settlement/texts/zh-CN.ts'
import { answerBindings } from '../modules/answers/http/bindings.ts'
import { answerExamples } from '../modules/answers/examples.ts'
import { answerPermissions } from '../modules/answers/permissions.ts'
import { en as answersEn } from '../modules/answers/texts/en.ts'
import { zh as answersZh } from '../modules/answers/texts/zh-CN.ts'
import { appointmentBindings } from '../modules/appointments/http/bindings.ts'
import { appointmentExamples } from '../modules/appointments/examples.ts'
import { appointmentPermissions } from '../modules/appointments/permissions.ts'
import { appointmentProofs, handOverWished } from '../modules/appointments/public.ts'
import { en as appointmentsEn } from '../modules/appointments/texts/en.ts'
import { zh as appointmentsZh } from '../modules/appointments/texts/zh-CN.ts'
import { approvalBindings } from '../modules/approvals/http/bindings.ts'
import { approvalExamples } from '../modules/approvals/examples.ts'
import { approvalPermissions } from '../modules/approvals/permissions.ts'
import { registerRequestKinds } from '../modules/approvals/public.ts'
import { en as approvalsEn } from '../modules/approvals/texts/en.ts'
import { zh as approvalsZh } from '../modules/approvals/texts/zh-CN.ts'
import { campaignBindings } from '../modules/campaigns/http/bindings.ts'
import { campaignExamples } from '../modules/campaigns/examples.ts'
import { campaignPermissions } from '../modules/campaigns/permissions.ts'
import { en as campaignsEn } from '../modules/campaigns/texts/en.ts'
import { zh as campaignsZh } from '../modules/campaigns/texts/zh-CN.ts'
import { careBindings } from '../modules/care/http/bindings.ts'
import { careExamples } from '../modules/care/examples.ts'
import { carePermissions } from '../modules/care/permissions.ts'
import { careProofs } from '../modules/care/public.ts'
import { en as careEn } from '../modules/care/texts/en.ts'
import { zh as careZh } from '../modules/care/texts/zh-CN.ts'
import { countExamples } from '../modules/counts/examples.ts'
import { countBindings } from '../modules/counts/http/bindings.ts'
import { countPermissions } from '../modules/counts/permissions.ts'
import { countInvariants, countProofs, countRequests } from '../modules/counts/public.ts'
import { en as countsEn } from '../modules/counts/texts/en.ts'
import { zh as countsZh } from '../modules/counts/texts/zh-CN.ts'
import { courtesyCarBindings } from '../modules/courtesy-cars/http/bindings.ts'
import { courtesyCarExamples } from '../modules/courtesy-cars/examples.ts'
import { courtesyCarPermissions } from '../modules/courtesy-cars/permissions.ts'
import { photosOfLoan } from '../modules/courtesy-cars/public.ts'
import { en as courtesyCarsEn } from '../modules/courtesy-cars/texts/en.ts'
import { zh as courtesyCarsZh } from '../modules/courtesy-cars/texts/zh-CN.ts'
import { counterInvariants, counterProofs } from '../modules/counter/public.ts'
import { exchangeBindings } from '../modules/exchange/http/bindings.ts'
import { exchangeExamples } from '../modules/exchange/examples.ts'
import { exchangePermissions } from '../modules/exchange/permissions.ts'
import { en as exchangeEn } from '../modules/exchange/texts/en.ts'
import { zh as exchangeZh } from '../modules/exchange/texts/zh-CN.ts'
import { reportBindings } from '../modules/reports/http/bindings.ts'
import { reportExamples } from '../modules/reports/examples.ts'
import { reportPermissions } from '../modules/reports/permissions.ts'
import { reportProofs } from '../modules/reports/public.ts'
import { en as reportsEn } from '../modules/reports/texts/en.ts'
import { zh as reportsZh } from '../modules/reports/texts/zh-CN.ts'
import { catalogueProofs } from '../modules/catalogue/public.ts'
import { exchangeProofs } from '../modules/exchange/public.ts'
import { refuseInvoiced } from '../modules/invoicing/public.ts'
import { registerCertificates, registerInvoices, settlementInvariants, settlementProofs, settlementRequests } from '../modules/settlement/public.ts'
import { stockInvariants, stockProofs } from '../modules/stock/public.ts'
import { clockedMinutes, openJobsOfTechnician, whenDoneNow, workshopInvariants, workshopProofs } from '../modules/workshop/public.ts'
import { noticeBindings } from '../modules/notices/http/bindings.ts'
import { noticeExamples } from '../modules/notices/examples.ts'
import { noticePermissions } from '../modules/notices/permissions.ts'
import { tellNews } from '../modules/notices/public.ts'
import { en as noticesEn } from '../modules/notices/texts/en.ts'
import { zh as noticesZh } from '../modules/notices/texts/zh-CN.ts'
import { qualificationBindings } from '../modules/qualifications/http/bindings.ts'
import { qualificationExamples } from '../modules/qualifications/examples.ts'
import { qualificationPermissions } from '../modules/qualifications/permissions.ts'
import { en as qualificationEn } from '../modules/qualifications/texts/en.ts'
import { zh as qualificationZh } from '../modules/qualifications/texts/zh-CN.ts'
import { invoicingBindings } from '../modules/invoicing/http/bindings.ts'
import { invoicingExamples } from '../modules/invoicing/examples.ts'
import { invoicingPermissions } from '../modules/invoicing/permissions.ts'
import { en as invoicingEn } from '../modules/invoicing/texts/en.ts'
import { zh as invoicingZh } from '../modules/invoicing/texts/zh-CN.ts'
import { qualityBindings } from '../modules/quality/http/bindings.ts'
import { qualityExamples } from '../modules/quality/examples.ts'
import { qualityPermissions } from '../modules/quality/permissions.ts'
import { qualityInvariants, whenOrderIsReady, whyNotAuthorise, whyNotDeliver } from '../modules/quality/public.ts'
import { en as qualityEn } from '../modules/quality/texts/en.ts'
import { zh as qualityZh } from '../modules/quality/texts/zh-CN.ts'
import { attendanceBindings } from '../modules/attendance/http/bindings.ts'
import { attendanceExamples } from '../modules/attendance/examples.ts'
import { attendancePermissions } from '../modules/attendance/permissions.ts'
import { en as attendanceEn } from '../modules/attendance/texts/en.ts'
import { zh as attendanceZh } from '../modules/attendance/texts/zh-CN.ts'
import { technicalDocumentBindings } from '../modules/technical-documents/http/bindings.ts'
import { technicalDocumentExamples } from '../modules/technical-documents/examples.ts'
import { technicalDocumentPermissions } from '../modules/technical-documents/permissions.ts'
import { en as technicalDocumentsEn } from '../modules/technical-documents/texts/en.ts'
import { zh as technicalDocumentsZh } from '../modules/technical-documents/texts/zh-CN.ts'
import { photosOfScrap, scrapRequests, stockHealthInvariants, stockHealthProofs } from '../modules/stock-health/public.ts'
import type { Database } from '../platform/database.ts'
import type { Announcement, Deed } from '../platform/deed.ts'
import type { Examples } from '../platform/example.ts'
import type { Binding } from '../platform/http/binding.ts'
import type { KeptFiles } from '../platform/kept-files.ts'
import { operationOf } from '../platform/http/server.ts'
import { dutyEvents } from './duty-events.ts'
import { meetingAndTaskParts, meetingAndTaskProofs } from './meetings-and-tasks.ts'
import type { Part } from './part.ts'
import { partsDeskParts } from './parts-desk.ts'
import { platformEn, platformZh } from '../platform/texts.ts'

// What earlier modules ask of later ones is answered from here on (ports).
registerShopFloor({ clockedMinutes })
registerOpenWork({ orders: openOrdersOfAdvisor, jobs: openJobsOfTechnician })
registerOutlook({ whenDone: whenDoneNow, expectedDays })
registerRequestKinds({ ...settlementRequests, ...countRequests, ...partsOrderRequests, ...scrapRequests })
registerInvoices({ refuseInvoiced })
registerComebacks({ whyNotAuthorise })
registerCertificates({ whyNotDeliver })
registerPhotoSubject('repair-order', photosOfOrder)
registerPhotoSubject('duty', photosOfDuty)
registerPhotoSubject('courtesy-loan', photosOfLoan)
registerPhotoSubject('receipt', photosOfReceipt)
registerPhotoSubject('scrap', photosOfScrap)
registerProofs(dutyProofs, auditProofs, catalogueProofs, repairOrderProofs, workshopProofs, stockProofs, settlementProofs, exchangeProofs, purchasingProofs, appointmentProofs, careProofs, reportProofs, rosterProofs, countProofs, partsOrderProofs, receivingProofs, stockHealthProofs, counterProofs, ...meetingAndTaskProofs)
registerDutyEvents(...dutyEvents)

/** What happens in the transaction of a deed that was announced, module by module. */
export async function react(deed: Deed, news: readonly Announcement[]): Promise<void> {
  await wakeRequests(deed, news)
  await handOverWished(deed, news)
  await makeDutiesOfEvents(deed, news)
  await followRoster(deed, news)
  await whenOrderIsReady(deed, news)
  await tellNews(deed, news)
}

/** The only place that knows all modules. */
const modules: readonly Part[] = [
  { bindings: [], permissions: organisationPermissions, examples: organisationExamples, zh: organisationZh, en: organisationEn },
  { bindings: assuranceBindings, permissions: assurancePermissions, examples: assuranceExamples, zh: assuranceZh, en: assuranceEn },
  { bindings: catalogueBindings, permissions: cataloguePermissions, examples: catalogueExamples, zh: catalogueZh, en: catalogueEn },
  { bindings: customerBindings, permissions: customerPermissions, examples: customerExamples, zh: customersZh, en: customersEn },
  { bindings: [], permissions: photoPermissions, examples: photoExamples, zh: photosZh, en: photosEn },
  { bindings: rosterBindings, permissions: rosterPermissions, examples: rosterExamples, zh: rostersZh, en: rostersEn },
  { bindings: dutyBindings, permissions: dutyPermissions, examples: dutyExamples, zh: dutiesZh, en: dutiesEn },
  ...meetingAndTaskParts,
  { bindings: vehicleBindings, permissions: vehiclePermissions, examples: vehicleExamples, zh: vehiclesZh, en: vehiclesEn },
  { bindings: stockBindings, permissions: stockPermissions, examples: stockExamples, zh: stockZh, en: stockEn },
  { bindings: repairOrderBindings, permissions: repairOrderPermissions, examples: repairOrderExamples, zh: repairOrdersZh, en: repairOrdersEn },
  { bindings: workshopBindings, permissions: workshopPermissions, examples: workshopExamples, zh: workshopZh, en: workshopEn },
  { bindings: pickingBindings, permissions: pickingPermissions, examples: pickingExamples, zh: pickingZh, en: pickingEn },
  { bindings: purchasingBindings, permissions: purchasingPermissions, examples: purchasingExamples, zh: purchasingZh, en: purchasingEn },
  { bindings: searchBindings, permissions: searchPermissions, examples: searchExamples, zh: searchZh, en: searchEn },
  { bindings: settlementBindings, permissions: settlementPermissions, examples: settlementExamples, zh: settlementZh, en: settlementEn },
  { bindings: [], permissions: answerPermissions, examples: answerExamples, zh: answersZh, en: answersEn },
  { bindings: appointmentBindings, permissions: appointmentPermissions, examples: appointmentExamples, zh: appointmentsZh, en: appointmentsEn },
  { bindings: approvalBindings, permissions: approvalPermissions, examples: approvalExamples, zh: approvalsZh, en: approvalsEn },
  { bindings: campaignBindings, permissions: campaignPermissions, examples: campaignExamples, zh: campaignsZh, en: campaignsEn },
  { bindings: careBindings, permissions: carePermissions, examples: careExamples, zh: careZh, en: careEn },
  { bindings: countBindings, permissions: countPermissions, examples: countExamples, zh: countsZh, en: countsEn },
  { bindings: courtesyCarBindings, permissions: courtesyCarPermissions, examples: courtesyCarExamples, zh: courtesyCarsZh, en: courtesyCarsEn },
  { bindings: exchangeBindings, permissions: exchangePermissions, examples: exchangeExamples, zh: exchangeZh, en: exchangeEn },
  { bindings: qualificationBindings, permissions: qualificationPermissions, examples: qualificationExamples, zh: qualificationZh, en: qualificationEn },
  { bindings: reportBindings, permissions: reportPermissions, examples: reportExamples, zh: reportsZh, en: reportsEn },
  { bindings: invoicingBindings, permissions: invoicingPermissions, examples: invoicingExamples, zh: invoicingZh, en: invoicingEn },
  { bindings: qualityBindings, permissions: qualityPermissions, examples: qualityExamples, zh: qualityZh, en: qualityEn },
  { bindings: [], permissions: technicalDocumentPermissions, examples: technicalDocumentExamples, zh: technicalDocumentsZh, en: technicalDocumentsEn },
  { bindings: attendanceBindings, permissions: attendancePermissions, examples: attendanceExamples, zh: attendanceZh, en: attendanceEn },
  { bindings: partsOrderBindings, permissions: partsOrderPermissions, examples: partsOrderExamples, zh: partsOrdersZh, en: partsOrdersEn },
  { bindings: noticeBindings, permissions: noticePermissions, examples: noticeExamples, zh: noticesZh, en: noticesEn },
  { bindings: receivingBindings, permissions: receivingPermissions, examples: receivingExamples, zh: receivingZh, en: receivingEn },
  ...partsDeskParts,
]

/** What needs no right of its own, and what the product did at its beginning, is named for the audit here. */
const withoutRight = {
  'POST /session': { zh: '登录', en: 'Sign in' }, 'POST /session/end': { zh: '退出', en: 'Sign out' },
  'stop a forgotten clock': { zh: '停止忘记的施工计时', en: 'Stop a forgotten clock' }, 'end a forgotten attendance': { zh: '结束忘记的考勤', en: 'End a forgotten attendance' },
  'tell what is due': { zh: '发出到期通知', en: 'Tell what is due' },
  'settle wished parts': { zh: '预约配件转交或释放', en: 'Hand over or release the parts of an appointment' },
  demo: { zh: '演示数据', en: 'Demo data' }, 'opening stock': { zh: '期初入库', en: 'Opening stock' },
}

/** Organisation's bindings take the database itself: a person's session spans the stores he works in. Those of photos, of technical documents and of the customer's answers take the folder of the files. */
export function bindingsOf(database: Database, { files, publicUrl, ...parts }: Pick<OrganisationParts, 'firstRunCode' | 'presence'> & { files: KeptFiles; publicUrl: string | null }): Binding[] {
  const bindings = [...organisationBindings(database, { permissions, ...parts }), ...photoBindings(files), ...technicalDocumentBindings(files), ...answerBindings(files, publicUrl), ...modules.flatMap((module) => module.bindings)]
  nameDeeds(Object.entries(withoutRight))
  nameDeeds(bindings.flatMap((binding) => (typeof binding.route.needs === 'string' ? [] : [[operationOf(binding), binding.route.needs] as const])))
  return bindings
}

/** A call of each operation that succeeds on the demo store, for the document. */
export const examples: Examples = new Map(modules.flatMap((module) => module.examples))

export const permissions: readonly PermissionEntry[] = modules.flatMap((module) => Object.values(module.permissions))

/** Each is a query that gives no row, after every scenario and every fault. */
export const invariants: Readonly<Record<string, string>> = { ...dutyInvariants, ...stockInvariants, ...repairOrderInvariants, ...workshopInvariants, ...settlementInvariants, ...purchasingInvariants, ...partsOrderInvariants, ...receivingInvariants, ...qualityInvariants, ...countInvariants, ...counterInvariants, ...stockHealthInvariants }

const texts: Readonly<Record<Language, Texts>> = {
  'zh-CN': Object.assign({}, platformZh, ...modules.map(({ zh }) => zh)) as Texts,
  en: Object.assign({}, platformEn, ...modules.map(({ en }) => en)) as Texts,
}

/** The sentence of a refusal; a code without one shows itself, and CI refuses it. */
export const sentence = (language: Language, code: string, facts: Facts): string => fill(texts[language][code] ?? code, facts)
