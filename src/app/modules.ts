import type { PermissionEntry } from '../kernel/permissions.ts'
import type { Facts } from '../kernel/refusal.ts'
import { fill, type Language, type Texts } from '../kernel/texts.ts'
import { answerBindings } from '../modules/answers/http/bindings.ts'
import { answersPart } from '../modules/answers/part.ts'
import { appointmentsPart } from '../modules/appointments/part.ts'
import { appointmentProofs, handOverWished } from '../modules/appointments/public.ts'
import { approvalsPart } from '../modules/approvals/part.ts'
import { registerRequestKinds } from '../modules/approvals/public.ts'
import { assurancePart } from '../modules/assurance/part.ts'
import { nameDeeds } from '../modules/assurance/public.ts'
import { attendancePart } from '../modules/attendance/part.ts'
import { binsPart } from '../modules/bins/part.ts'
import { binInvariants, binProofs } from '../modules/bins/public.ts'
import { campaignsPart } from '../modules/campaigns/part.ts'
import { carePart } from '../modules/care/part.ts'
import { careProofs } from '../modules/care/public.ts'
import { cataloguePart } from '../modules/catalogue/part.ts'
import { catalogueProofs } from '../modules/catalogue/public.ts'
import { counterPart } from '../modules/counter/part.ts'
import { cashOutside, counterInvariants, counterProofs, depositsOfSales, priceRequests as counterPriceRequests, writeOffRequests } from '../modules/counter/public.ts'
import { countsPart } from '../modules/counts/part.ts'
import { countInvariants, countProofs, countRequests } from '../modules/counts/public.ts'
import { courtesyCarsPart } from '../modules/courtesy-cars/part.ts'
import { photosOfLoan } from '../modules/courtesy-cars/public.ts'
import { customersPart } from '../modules/customers/part.ts'
import { dutiesPart } from '../modules/duties/part.ts'
import { auditProofs, dutiesOfPeople, dutyInvariants, dutyProofs, followCalendar, followRoster, makeDutiesOfEvents, photosOfCorrectiveTask, photosOfDuty, registerDutyEvents, registerDutyRights, registerMeetings, registerProofs, teamOf } from '../modules/duties/public.ts'
import { exchangePart } from '../modules/exchange/part.ts'
import { exchangeProofs, importWork } from '../modules/exchange/public.ts'
import { expensesPart } from '../modules/expenses/part.ts'
import { expenseInvariants, expenseProofs, expenseRequests, photosOfExpense } from '../modules/expenses/public.ts'
import { invoicingPart } from '../modules/invoicing/part.ts'
import { refuseInvoiced } from '../modules/invoicing/public.ts'
import { meetingsPart } from '../modules/meetings/part.ts'
import { lastSpokenOf, meetingProofs, photosOfMeeting } from '../modules/meetings/public.ts'
import { noticesPart } from '../modules/notices/part.ts'
import { tellNews } from '../modules/notices/public.ts'
import { organisationBindings, type OrganisationParts } from '../modules/organisation/http/bindings.ts'
import { organisationPart } from '../modules/organisation/part.ts'
import { registerOpenWork } from '../modules/organisation/public.ts'
import { paperBindings } from '../modules/papers/http/bindings.ts'
import { papersPart } from '../modules/papers/part.ts'
import { partsOrdersPart } from '../modules/parts-orders/part.ts'
import { offersFor, partsOrderInvariants, partsOrderProofs, partsOrderRequests, registerSales, registerSourcePrices, registerTransfers, whyNotSourceFrom } from '../modules/parts-orders/public.ts'
import { photoBindings } from '../modules/photos/http/bindings.ts'
import { photosPart } from '../modules/photos/part.ts'
import { registerPhotoSubject } from '../modules/photos/public.ts'
import { pickingPart } from '../modules/picking/part.ts'
import { privacyPart } from '../modules/privacy/part.ts'
import { erasureRequests, registerPersonalData } from '../modules/privacy/public.ts'
import { purchasingPart } from '../modules/purchasing/part.ts'
import { dropOfCancelled, expectedDays, purchasingInvariants, purchasingProofs, registerSourceRule, reopenRequests, wakeRequests } from '../modules/purchasing/public.ts'
import { partsPlanPart } from '../modules/parts-plan/part.ts'
import { partsPlanInvariants, partsPlanProofs, planWork } from '../modules/parts-plan/public.ts'
import { pricesPart } from '../modules/prices/part.ts'
import { keptFloorsOf, priceListWork, priceRequests, whenImportIsFinished } from '../modules/prices/public.ts'
import { qualificationsPart } from '../modules/qualifications/part.ts'
import { qualityPart } from '../modules/quality/part.ts'
import { qualityInvariants, whenOrderIsReady, whyNotAuthorise, whyNotDeliver } from '../modules/quality/public.ts'
import { receivingPart } from '../modules/receiving/part.ts'
import { photosOfReceipt, receivingInvariants, receivingProofs, registerReceiptStatements } from '../modules/receiving/public.ts'
import { repairOrdersPart } from '../modules/repair-orders/part.ts'
import { openOrdersOfAdvisor, photosOfOrder, registerComebacks, registerOutlook, registerPricing, registerShopFloor, repairOrderInvariants, repairOrderProofs } from '../modules/repair-orders/public.ts'
import { reportsPart } from '../modules/reports/part.ts'
import { reportProofs } from '../modules/reports/public.ts'
import { rostersPart } from '../modules/rosters/part.ts'
import { registerDuties, rosterProofs } from '../modules/rosters/public.ts'
import { searchPart } from '../modules/search/part.ts'
import { settlementPart } from '../modules/settlement/part.ts'
import { registerCashOutside, registerCertificates, registerInvoices, settlementInvariants, settlementProofs, settlementRequests } from '../modules/settlement/public.ts'
import { stockHealthPart } from '../modules/stock-health/part.ts'
import { offersOn, photosOfScrap, scrapRequests, stockHealthInvariants, stockHealthProofs } from '../modules/stock-health/public.ts'
import { stockPart } from '../modules/stock/part.ts'
import { stockInvariants, stockProofs } from '../modules/stock/public.ts'
import { supplierReturnsPart } from '../modules/supplier-returns/part.ts'
import { creditInStatement, photosOfClaim, photosOfReturn, supplierReturnInvariants, supplierReturnProofs } from '../modules/supplier-returns/public.ts'
import { suppliersPart } from '../modules/suppliers/part.ts'
import { agreedOn, lockAgreedOn, sourcePricesOf, supplierInvariants, supplierProofs, supplierRequests } from '../modules/suppliers/public.ts'
import { tasksPart } from '../modules/tasks/part.ts'
import { photosOfTask, registerTeam, taskProofs } from '../modules/tasks/public.ts'
import { teamsPart } from '../modules/teams/part.ts'
import { teamInvariants } from '../modules/teams/public.ts'
import { technicalDocumentBindings } from '../modules/technical-documents/http/bindings.ts'
import { technicalDocumentsPart } from '../modules/technical-documents/part.ts'
import { technicalDocumentProofs } from '../modules/technical-documents/public.ts'
import { transfersPart } from '../modules/transfers/part.ts'
import { servedRequests, transferInvariants, transferProofs } from '../modules/transfers/public.ts'
import { vehiclesPart } from '../modules/vehicles/part.ts'
import { workshopPart } from '../modules/workshop/part.ts'
import { clockedMinutes, openJobsOfTechnician, whenDoneNow, workshopInvariants, workshopProofs } from '../modules/workshop/public.ts'
import type { Database } from '../platform/database.ts'
import type { Announcement, Deed } from '../platform/deed.ts'
import type { Examples } from '../platform/example.ts'
import type { Binding } from '../platform/http/binding.ts'
import { operationOf } from '../platform/http/server.ts'
import type { KeptFiles } from '../platform/kept-files.ts'
import type { LongWork } from '../platform/long-work.ts'
import type { Part } from '../platform/part.ts'
import { platformEn, platformZh } from '../platform/texts.ts'
import { deedRights } from './deed-rights.ts'
import { dutyEvents } from './duty-events.ts'
import { pageRights } from './page-rights.ts'
import { personalData } from './personal-data.ts'

// What earlier modules ask of later ones is answered from here on (ports).
registerShopFloor({ clockedMinutes })
registerOpenWork({ orders: openOrdersOfAdvisor, jobs: openJobsOfTechnician })
registerPricing({ offersOn, floorsOf: keptFloorsOf })
registerSourcePrices(sourcePricesOf)
registerReceiptStatements({ agreedOn, lockAgreedOn })
registerSales(depositsOfSales)
registerTransfers(servedRequests)
registerCashOutside(cashOutside)
registerSourceRule({ whyNot: whyNotSourceFrom, offersFor })
registerOutlook({ whenDone: whenDoneNow, expectedDays })
registerRequestKinds({ ...settlementRequests, ...countRequests, ...partsOrderRequests, ...scrapRequests, ...supplierRequests, ...priceRequests, ...expenseRequests, ...erasureRequests, ...counterPriceRequests, ...writeOffRequests })
registerInvoices({ refuseInvoiced })
registerComebacks({ whyNotAuthorise })
registerCertificates({ whyNotDeliver })
registerPhotoSubject('repair-order', photosOfOrder)
registerPhotoSubject('duty', photosOfDuty)
registerPhotoSubject('corrective-task', photosOfCorrectiveTask)
registerPhotoSubject('courtesy-loan', photosOfLoan)
registerPhotoSubject('receipt', photosOfReceipt)
registerPhotoSubject('scrap', photosOfScrap)
registerPhotoSubject('task', photosOfTask)
registerPhotoSubject('meeting', photosOfMeeting)
registerPhotoSubject('supplier-return', photosOfReturn)
registerPhotoSubject('supplier-claim', photosOfClaim)
registerPhotoSubject('expense', photosOfExpense)
registerTeam(teamOf)
registerMeetings(lastSpokenOf)
registerProofs(
  dutyProofs,
  auditProofs,
  catalogueProofs,
  repairOrderProofs,
  workshopProofs,
  stockProofs,
  settlementProofs,
  exchangeProofs,
  purchasingProofs,
  appointmentProofs,
  careProofs,
  reportProofs,
  rosterProofs,
  countProofs,
  partsOrderProofs,
  receivingProofs,
  stockHealthProofs,
  supplierProofs,
  counterProofs,
  taskProofs,
  meetingProofs,
  supplierReturnProofs,
  expenseProofs,
  binProofs,
  transferProofs,
  partsPlanProofs,
  technicalDocumentProofs,
)
registerDutyEvents(...dutyEvents)
registerDutyRights({ pages: pageRights, deeds: deedRights })
registerDuties({ dutiesOf: dutiesOfPeople })
registerPersonalData(...personalData)

const reactions: readonly ((deed: Deed, news: readonly Announcement[]) => Promise<void>)[] =
  [wakeRequests, reopenRequests, dropOfCancelled, creditInStatement, handOverWished, makeDutiesOfEvents, followCalendar, followRoster, whenOrderIsReady, whenImportIsFinished, tellNews]

/** What happens in the transaction of a deed that was announced, module by module; what one of them announces the later ones hear too. */
export async function react(deed: Deed, news: readonly Announcement[]): Promise<void> {
  const heard = [...news]
  const announcing: Deed = { ...deed, announce: (item) => { heard.push(item); deed.announce(item) } }
  for (const reaction of reactions) await reaction(announcing, [...heard])
}

/** What lasts longer than a moment is done in steps, and goes on after a restart. */
export const longWorks: readonly LongWork[] = [importWork, priceListWork, planWork]

/** The only place that knows all modules. */
const modules: readonly Part[] = [
  organisationPart,
  assurancePart,
  cataloguePart,
  customersPart,
  photosPart,
  rostersPart,
  dutiesPart,
  tasksPart,
  teamsPart,
  meetingsPart,
  vehiclesPart,
  stockPart,
  repairOrdersPart,
  workshopPart,
  pickingPart,
  purchasingPart,
  searchPart,
  settlementPart,
  answersPart,
  appointmentsPart,
  approvalsPart,
  campaignsPart,
  carePart,
  countsPart,
  courtesyCarsPart,
  exchangePart,
  qualificationsPart,
  reportsPart,
  invoicingPart,
  qualityPart,
  technicalDocumentsPart,
  attendancePart,
  partsOrdersPart,
  noticesPart,
  receivingPart,
  stockHealthPart,
  suppliersPart,
  supplierReturnsPart,
  expensesPart,
  counterPart,
  binsPart,
  transfersPart,
  partsPlanPart,
  pricesPart,
  papersPart,
  privacyPart,
]

/** What needs no right of its own, and what the product did at its beginning, is named for the audit here. */
const withoutRight = {
  'POST /session': { zh: '登录', en: 'Sign in' }, 'POST /session/end': { zh: '退出', en: 'Sign out' },
  'stop a forgotten clock': { zh: '停止忘记的施工计时', en: 'Stop a forgotten clock' }, 'end a forgotten attendance': { zh: '结束忘记的考勤', en: 'End a forgotten attendance' },
  'tell what is due': { zh: '发出到期通知', en: 'Tell what is due' },
  'settle wished parts': { zh: '预约配件转交或释放', en: 'Hand over or release the parts of an appointment' },
  'take up a price list': { zh: '写入价格目录', en: 'Take up a price list' }, 'propose a monthly plan': { zh: '提出月度计划', en: 'Propose a monthly plan' },
  demo: { zh: '演示数据', en: 'Demo data' }, 'opening stock': { zh: '期初入库', en: 'Opening stock' },
}

/** Organisation's bindings take the database itself: a person's session spans the stores he works in. Those of photos, of technical documents, of papers and of the customer's answers take the folder of the files. */
export function bindingsOf(database: Database, { files, publicUrl, ...parts }: Pick<OrganisationParts, 'firstRunCode' | 'presence'> & { files: KeptFiles; publicUrl: string | null }): Binding[] {
  const bindings = [...organisationBindings(database, { permissions, ...parts }), ...photoBindings(files), ...technicalDocumentBindings(files), ...answerBindings(files, publicUrl), ...modules.flatMap((module) => module.bindings), ...paperBindings(files)] // papers last: what prints comes before what was printed
  nameDeeds(Object.entries(withoutRight))
  nameDeeds(bindings.flatMap((binding) => (typeof binding.route.needs === 'string' ? [] : [[operationOf(binding), binding.route.needs] as const])))
  return bindings
}

/** A call of each operation that succeeds on the demo store, for the document. */
export const examples: Examples = new Map(modules.flatMap((module) => module.examples))

export const permissions: readonly PermissionEntry[] = modules.flatMap((module) => Object.values(module.permissions))

/** Each is a query that gives no row, after every scenario and every fault. */
export const invariants: Readonly<Record<string, string>> = {
  ...dutyInvariants,
  ...teamInvariants,
  ...stockInvariants,
  ...repairOrderInvariants,
  ...workshopInvariants,
  ...settlementInvariants,
  ...purchasingInvariants,
  ...partsOrderInvariants,
  ...receivingInvariants,
  ...qualityInvariants,
  ...countInvariants,
  ...stockHealthInvariants,
  ...supplierInvariants,
  ...counterInvariants,
  ...supplierReturnInvariants,
  ...expenseInvariants,
  ...binInvariants,
  ...transferInvariants,
  ...partsPlanInvariants,
}

const texts: Readonly<Record<Language, Texts>> = {
  'zh-CN': Object.assign({}, platformZh, ...modules.map(({ zh }) => zh)) as Texts,
  en: Object.assign({}, platformEn, ...modules.map(({ en }) => en)) as Texts,
}

/** A fact that is a code of its module's own, as `repair-orders.payer.customer`, is told by its word. */
const inWords = (language: Language, code: string, facts: Facts): Facts => Object.fromEntries(Object.entries(facts).map(([name, fact]) =>
  [name, (typeof fact === 'string' ? texts[language][`${code.split('.')[0] ?? ''}.${name}.${fact}`] : undefined) ?? fact]))

/** The sentence of a refusal; a code without one shows itself, and CI refuses it. */
export const sentence = (language: Language, code: string, facts: Facts): string => fill(texts[language][code] ?? code, inWords(language, code, facts), language)
