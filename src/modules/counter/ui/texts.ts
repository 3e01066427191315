import { en as catalogueEn } from '../../catalogue/texts/en.ts'
import { zh as catalogueZh } from '../../catalogue/texts/zh-CN.ts'
import { en as settlementEn } from '../../settlement/texts/en.ts'
import { zh as settlementZh } from '../../settlement/texts/zh-CN.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** With the sentences of the rules that its screens ask of prices and of the till. */
export const counterTexts = { zh: { ...catalogueZh, ...settlementZh, ...zh }, en: { ...catalogueEn, ...settlementEn, ...en } }
