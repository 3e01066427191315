import { en as ordersEn } from '../../repair-orders/texts/en.ts'
import { zh as ordersZh } from '../../repair-orders/texts/zh-CN.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** With the words of added work. */
export const answerTexts = { zh: { ...ordersZh, ...zh }, en: { ...ordersEn, ...en } }
