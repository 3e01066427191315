import { repairOrderTexts } from '../../repair-orders/ui/public.tsx'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** With the sentences of the rules that its screens ask of the order. */
export const campaignTexts = { zh: { ...repairOrderTexts.zh, ...zh }, en: { ...repairOrderTexts.en, ...en } }
