import { en as vehiclesEn } from '../../vehicles/texts/en.ts'
import { zh as vehiclesZh } from '../../vehicles/texts/zh-CN.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** With the sentences of the rules that its screens ask of vehicles. */
export const careTexts = { zh: { ...vehiclesZh, ...zh }, en: { ...vehiclesEn, ...en } }
