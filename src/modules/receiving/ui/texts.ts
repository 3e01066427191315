import { en as ordersEn } from '../../parts-orders/texts/en.ts'
import { zh as ordersZh } from '../../parts-orders/texts/zh-CN.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export const receivingTexts = { zh: { ...ordersZh, ...zh }, en: { ...ordersEn, ...en } }
