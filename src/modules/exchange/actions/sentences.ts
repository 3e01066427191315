import type { Facts } from '../../../kernel/refusal.ts'
import { fill, type Language, type Texts } from '../../../kernel/texts.ts'
import { platformEn, platformZh } from '../../../platform/texts.ts'
import { en as campaignsEn } from '../../campaigns/texts/en.ts'
import { en as catalogueEn } from '../../catalogue/texts/en.ts'
import { zh as campaignsZh } from '../../campaigns/texts/zh-CN.ts'
import { zh as catalogueZh } from '../../catalogue/texts/zh-CN.ts'
import { en as customersEn } from '../../customers/texts/en.ts'
import { zh as customersZh } from '../../customers/texts/zh-CN.ts'
import { en as organisationEn } from '../../organisation/texts/en.ts'
import { zh as organisationZh } from '../../organisation/texts/zh-CN.ts'
import { en as partsOrdersEn } from '../../parts-orders/texts/en.ts'
import { zh as partsOrdersZh } from '../../parts-orders/texts/zh-CN.ts'
import { en as settlementEn } from '../../settlement/texts/en.ts'
import { zh as settlementZh } from '../../settlement/texts/zh-CN.ts'
import { en as stockEn } from '../../stock/texts/en.ts'
import { zh as stockZh } from '../../stock/texts/zh-CN.ts'
import { en as vehiclesEn } from '../../vehicles/texts/en.ts'
import { zh as vehiclesZh } from '../../vehicles/texts/zh-CN.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

const all: Readonly<Record<Language, Texts>> = {
  'zh-CN': { ...platformZh, ...campaignsZh, ...catalogueZh, ...customersZh, ...vehiclesZh, ...stockZh, ...settlementZh, ...organisationZh, ...partsOrdersZh, ...zh },
  en: { ...platformEn, ...campaignsEn, ...catalogueEn, ...customersEn, ...vehiclesEn, ...stockEn, ...settlementEn, ...organisationEn, ...partsOrdersEn, ...en },
}

/** For sentences that stand in a file or on the command line; screens have their own. */
export const say = (language: Language, key: string, facts: Facts = {}): string => fill(all[language][key] ?? key, facts, language)
