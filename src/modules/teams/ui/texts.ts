import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export const teamTexts = { zh, en }
