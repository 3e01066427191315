import { en as vehiclesEn } from '../../vehicles/texts/en.ts'
import { zh as vehiclesZh } from '../../vehicles/texts/zh-CN.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export const courtesyCarTexts = { zh: { ...vehiclesZh, ...zh }, en: { ...vehiclesEn, ...en } }
