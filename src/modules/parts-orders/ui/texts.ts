import { en as purchasingEn } from '../../purchasing/texts/en.ts'
import { zh as purchasingZh } from '../../purchasing/texts/zh-CN.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** With the words of the purchase requests that orders serve. */
export const partsOrderTexts = { zh: { ...purchasingZh, ...zh }, en: { ...purchasingEn, ...en } }
