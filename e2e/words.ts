import { en as answersEn } from '../src/modules/answers/texts/en.ts'
import * as answers from '../src/modules/answers/texts/zh-CN.ts'
import { en as appointmentsEn } from '../src/modules/appointments/texts/en.ts'
import * as appointments from '../src/modules/appointments/texts/zh-CN.ts'
import { en as approvalsEn } from '../src/modules/approvals/texts/en.ts'
import * as approvals from '../src/modules/approvals/texts/zh-CN.ts'
import { en as careEn } from '../src/modules/care/texts/en.ts'
import { en as catalogueEn } from '../src/modules/catalogue/texts/en.ts'
import * as catalogue from '../src/modules/catalogue/texts/zh-CN.ts'
import * as care from '../src/modules/care/texts/zh-CN.ts'
import { en as dutiesEn } from '../src/modules/duties/texts/en.ts'
import * as duties from '../src/modules/duties/texts/zh-CN.ts'
import { en as photosEn } from '../src/modules/photos/texts/en.ts'
import * as photos from '../src/modules/photos/texts/zh-CN.ts'
import * as picking from '../src/modules/picking/texts/zh-CN.ts'
import { en as pickingEn } from '../src/modules/picking/texts/en.ts'
import { en as purchasingEn } from '../src/modules/purchasing/texts/en.ts'
import * as purchasing from '../src/modules/purchasing/texts/zh-CN.ts'
import { en as reportsEn } from '../src/modules/reports/texts/en.ts'
import * as reports from '../src/modules/reports/texts/zh-CN.ts'
import * as repairOrders from '../src/modules/repair-orders/texts/zh-CN.ts'
import { en as repairOrdersEn } from '../src/modules/repair-orders/texts/en.ts'
import { en as rostersEn } from '../src/modules/rosters/texts/en.ts'
import * as rosters from '../src/modules/rosters/texts/zh-CN.ts'
import * as settlement from '../src/modules/settlement/texts/zh-CN.ts'
import { en as settlementEn } from '../src/modules/settlement/texts/en.ts'
import * as stock from '../src/modules/stock/texts/zh-CN.ts'
import { en as stockEn } from '../src/modules/stock/texts/en.ts'
import * as workshop from '../src/modules/workshop/texts/zh-CN.ts'
import { en as workshopEn } from '../src/modules/workshop/texts/en.ts'
import { webEn, webZh } from '../src/platform/web/texts.ts'
import { fill, type Language } from '../src/kernel/texts.ts'

const zh = { ...answers.zh, ...appointments.zh, ...approvals.zh, ...care.zh, ...catalogue.zh, ...duties.zh, ...photos.zh, ...picking.zh, ...purchasing.zh, ...repairOrders.zh, ...reports.zh, ...settlement.zh, ...stock.zh, ...workshop.zh, ...webZh, ...rosters.zh }
const en: Record<keyof typeof zh, string> = { ...answersEn, ...appointmentsEn, ...approvalsEn, ...careEn, ...catalogueEn, ...dutiesEn, ...photosEn, ...pickingEn, ...purchasingEn, ...repairOrdersEn, ...reportsEn, ...settlementEn, ...stockEn, ...workshopEn, ...webEn, ...rostersEn }

/** The product's own words, so that a journey reads the same in both languages. */
export const wordsOf = (language: Language) => (key: keyof typeof zh, facts: Readonly<Record<string, string | number>> = {}): string =>
  fill(language === 'en' ? en[key] : zh[key], facts)
