import { Refusal } from '../../../kernel/refusal.ts'

const mobile = /^1[3-9]\d{9}$/
const landline = /^0(10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/

/** As it is stored: digits alone. '+86 199-0000-1234' → '19900001234'. */
export const normalPhone = (typed: string): string => typed.normalize('NFKC').replace(/[\s()-]/g, '').replace(/^(\+|00)86(?=\d)/, '')

/** Null means it can be a phone: a mobile of 11 digits, or a landline with its area code. */
export const whyNotPhone = (phone: string): Refusal | null =>
  (mobile.test(phone) || landline.test(phone) ? null : new Refusal('customers.not-a-phone', { length: phone.replace(/\D/g, '').length }))

export const phoneTail = (phone: string): string => phone.slice(-4)

/** What everybody may see: '134****7315'. A number already masked stays as it is. */
export const maskPhone = (phone: string): string => (phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phoneTail(phone)}`)
