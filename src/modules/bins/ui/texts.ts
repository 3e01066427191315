import { en as stockEn } from '../../stock/texts/en.ts'
import { zh as stockZh } from '../../stock/texts/zh-CN.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** With the sentences of the stock's own rules. */
export const binTexts = { zh: { ...stockZh, ...zh }, en: { ...stockEn, ...en } }
