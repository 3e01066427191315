import { fill, type Language } from '../src/kernel/texts.ts'
import { en as answersEn } from '../src/modules/answers/texts/en.ts'
import { zh as answersZh } from '../src/modules/answers/texts/zh-CN.ts'
import { en as appointmentsEn } from '../src/modules/appointments/texts/en.ts'
import { zh as appointmentsZh } from '../src/modules/appointments/texts/zh-CN.ts'
import { en as approvalsEn } from '../src/modules/approvals/texts/en.ts'
import { zh as approvalsZh } from '../src/modules/approvals/texts/zh-CN.ts'
import { en as assuranceEn } from '../src/modules/assurance/texts/en.ts'
import { zh as assuranceZh } from '../src/modules/assurance/texts/zh-CN.ts'
import { en as attendanceEn } from '../src/modules/attendance/texts/en.ts'
import { zh as attendanceZh } from '../src/modules/attendance/texts/zh-CN.ts'
import { en as binsEn } from '../src/modules/bins/texts/en.ts'
import { zh as binsZh } from '../src/modules/bins/texts/zh-CN.ts'
import { en as campaignsEn } from '../src/modules/campaigns/texts/en.ts'
import { zh as campaignsZh } from '../src/modules/campaigns/texts/zh-CN.ts'
import { en as careEn } from '../src/modules/care/texts/en.ts'
import { zh as careZh } from '../src/modules/care/texts/zh-CN.ts'
import { en as catalogueEn } from '../src/modules/catalogue/texts/en.ts'
import { zh as catalogueZh } from '../src/modules/catalogue/texts/zh-CN.ts'
import { en as counterEn } from '../src/modules/counter/texts/en.ts'
import { zh as counterZh } from '../src/modules/counter/texts/zh-CN.ts'
import { en as countsEn } from '../src/modules/counts/texts/en.ts'
import { zh as countsZh } from '../src/modules/counts/texts/zh-CN.ts'
import { en as courtesyCarsEn } from '../src/modules/courtesy-cars/texts/en.ts'
import { zh as courtesyCarsZh } from '../src/modules/courtesy-cars/texts/zh-CN.ts'
import { en as dutiesEn } from '../src/modules/duties/texts/en.ts'
import { zh as dutiesZh } from '../src/modules/duties/texts/zh-CN.ts'
import { en as expensesEn } from '../src/modules/expenses/texts/en.ts'
import { zh as expensesZh } from '../src/modules/expenses/texts/zh-CN.ts'
import { en as invoicingEn } from '../src/modules/invoicing/texts/en.ts'
import { zh as invoicingZh } from '../src/modules/invoicing/texts/zh-CN.ts'
import { en as meetingsEn } from '../src/modules/meetings/texts/en.ts'
import { zh as meetingsZh } from '../src/modules/meetings/texts/zh-CN.ts'
import { en as noticesEn } from '../src/modules/notices/texts/en.ts'
import { zh as noticesZh } from '../src/modules/notices/texts/zh-CN.ts'
import { en as papersEn } from '../src/modules/papers/texts/en.ts'
import { zh as papersZh } from '../src/modules/papers/texts/zh-CN.ts'
import { en as partsOrdersEn } from '../src/modules/parts-orders/texts/en.ts'
import { zh as partsOrdersZh } from '../src/modules/parts-orders/texts/zh-CN.ts'
import { en as partsPlanEn } from '../src/modules/parts-plan/texts/en.ts'
import { zh as partsPlanZh } from '../src/modules/parts-plan/texts/zh-CN.ts'
import { en as photosEn } from '../src/modules/photos/texts/en.ts'
import { zh as photosZh } from '../src/modules/photos/texts/zh-CN.ts'
import { en as pickingEn } from '../src/modules/picking/texts/en.ts'
import { zh as pickingZh } from '../src/modules/picking/texts/zh-CN.ts'
import { en as pricesEn } from '../src/modules/prices/texts/en.ts'
import { zh as pricesZh } from '../src/modules/prices/texts/zh-CN.ts'
import { en as privacyEn } from '../src/modules/privacy/texts/en.ts'
import { zh as privacyZh } from '../src/modules/privacy/texts/zh-CN.ts'
import { en as purchasingEn } from '../src/modules/purchasing/texts/en.ts'
import { zh as purchasingZh } from '../src/modules/purchasing/texts/zh-CN.ts'
import { en as qualityEn } from '../src/modules/quality/texts/en.ts'
import { zh as qualityZh } from '../src/modules/quality/texts/zh-CN.ts'
import { en as receivingEn } from '../src/modules/receiving/texts/en.ts'
import { zh as receivingZh } from '../src/modules/receiving/texts/zh-CN.ts'
import { en as repairOrdersEn } from '../src/modules/repair-orders/texts/en.ts'
import { zh as repairOrdersZh } from '../src/modules/repair-orders/texts/zh-CN.ts'
import { en as reportsEn } from '../src/modules/reports/texts/en.ts'
import { zh as reportsZh } from '../src/modules/reports/texts/zh-CN.ts'
import { en as rostersEn } from '../src/modules/rosters/texts/en.ts'
import { zh as rostersZh } from '../src/modules/rosters/texts/zh-CN.ts'
import { en as settlementEn } from '../src/modules/settlement/texts/en.ts'
import { zh as settlementZh } from '../src/modules/settlement/texts/zh-CN.ts'
import { en as stockEn } from '../src/modules/stock/texts/en.ts'
import { zh as stockZh } from '../src/modules/stock/texts/zh-CN.ts'
import { en as stockHealthEn } from '../src/modules/stock-health/texts/en.ts'
import { zh as stockHealthZh } from '../src/modules/stock-health/texts/zh-CN.ts'
import { en as supplierReturnsEn } from '../src/modules/supplier-returns/texts/en.ts'
import { zh as supplierReturnsZh } from '../src/modules/supplier-returns/texts/zh-CN.ts'
import { en as suppliersEn } from '../src/modules/suppliers/texts/en.ts'
import { zh as suppliersZh } from '../src/modules/suppliers/texts/zh-CN.ts'
import { en as tasksEn } from '../src/modules/tasks/texts/en.ts'
import { zh as tasksZh } from '../src/modules/tasks/texts/zh-CN.ts'
import { en as teamsEn } from '../src/modules/teams/texts/en.ts'
import { zh as teamsZh } from '../src/modules/teams/texts/zh-CN.ts'
import { en as technicalDocumentsEn } from '../src/modules/technical-documents/texts/en.ts'
import { zh as technicalDocumentsZh } from '../src/modules/technical-documents/texts/zh-CN.ts'
import { en as transfersEn } from '../src/modules/transfers/texts/en.ts'
import { zh as transfersZh } from '../src/modules/transfers/texts/zh-CN.ts'
import { en as workshopEn } from '../src/modules/workshop/texts/en.ts'
import { zh as workshopZh } from '../src/modules/workshop/texts/zh-CN.ts'
import { webEn, webZh } from '../src/platform/web/texts.ts'

const zh = {
  ...answersZh,
  ...appointmentsZh,
  ...approvalsZh,
  ...assuranceZh,
  ...attendanceZh,
  ...binsZh,
  ...campaignsZh,
  ...careZh,
  ...catalogueZh,
  ...counterZh,
  ...countsZh,
  ...courtesyCarsZh,
  ...dutiesZh,
  ...expensesZh,
  ...invoicingZh,
  ...meetingsZh,
  ...noticesZh,
  ...papersZh,
  ...partsOrdersZh,
  ...partsPlanZh,
  ...photosZh,
  ...pickingZh,
  ...pricesZh,
  ...privacyZh,
  ...purchasingZh,
  ...qualityZh,
  ...receivingZh,
  ...repairOrdersZh,
  ...reportsZh,
  ...rostersZh,
  ...settlementZh,
  ...stockZh,
  ...stockHealthZh,
  ...supplierReturnsZh,
  ...suppliersZh,
  ...tasksZh,
  ...teamsZh,
  ...technicalDocumentsZh,
  ...transfersZh,
  ...workshopZh,
  ...webZh,
}
const en: Record<keyof typeof zh, string> = {
  ...answersEn,
  ...appointmentsEn,
  ...approvalsEn,
  ...assuranceEn,
  ...attendanceEn,
  ...binsEn,
  ...campaignsEn,
  ...careEn,
  ...catalogueEn,
  ...counterEn,
  ...countsEn,
  ...courtesyCarsEn,
  ...dutiesEn,
  ...expensesEn,
  ...invoicingEn,
  ...meetingsEn,
  ...noticesEn,
  ...papersEn,
  ...partsOrdersEn,
  ...partsPlanEn,
  ...photosEn,
  ...pickingEn,
  ...pricesEn,
  ...privacyEn,
  ...purchasingEn,
  ...qualityEn,
  ...receivingEn,
  ...repairOrdersEn,
  ...reportsEn,
  ...rostersEn,
  ...settlementEn,
  ...stockEn,
  ...stockHealthEn,
  ...supplierReturnsEn,
  ...suppliersEn,
  ...tasksEn,
  ...teamsEn,
  ...technicalDocumentsEn,
  ...transfersEn,
  ...workshopEn,
  ...webEn,
}

/** The product's own words, so that a journey reads the same in both languages. */
export const wordsOf = (language: Language) => (key: keyof typeof zh, facts: Readonly<Record<string, string | number>> = {}): string =>
  fill(language === 'en' ? en[key] : zh[key], facts)
