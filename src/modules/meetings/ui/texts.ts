import { en as tasksEn } from '../../tasks/texts/en.ts'
import { zh as tasksZh } from '../../tasks/texts/zh-CN.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export const meetingTexts = { zh: { ...tasksZh, ...zh }, en: { ...tasksEn, ...en } }
