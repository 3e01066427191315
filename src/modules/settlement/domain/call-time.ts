import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'

/** When a customer wants to be called after the delivery: at any time, or on a day between two full hours. */
export type CallTime = { readonly kind: 'any' } | { readonly kind: 'at'; readonly on: LocalDay; readonly from: number; readonly to: number }

/** Within so many days of the delivery every customer is called (SAD-1.8.3). */
export const followUpDays = 3

/** The hours at which a store calls; a form offers them. */
export const callHours = { first: 8, last: 21 } as const

/** Null means he can be called then. */
export function whyNotCallTime(time: CallTime | null, today: LocalDay): Refusal | null {
  if (time === null) return new Refusal('settlement.no-call-time')
  if (time.kind === 'any') return null
  const last = addDays(today, followUpDays)
  if (time.on < today || time.on > last) return new Refusal('settlement.call-day-outside', { from: today, to: last })
  return time.from < time.to ? null : new Refusal('settlement.call-hours-backwards')
}

/** As a delivery keeps it; what was delivered before this was asked has a text alone. */
export type KeptCallTime = { readonly followUpAny: boolean; readonly followUpOn: LocalDay | null; readonly followUpFrom: number | null; readonly followUpTo: number | null }

export const keptCallTime = (time: CallTime): KeptCallTime => time.kind === 'any'
  ? { followUpAny: true, followUpOn: null, followUpFrom: null, followUpTo: null }
  : { followUpAny: false, followUpOn: time.on, followUpFrom: time.from, followUpTo: time.to }

export function callTimeOf({ followUpAny, followUpOn, followUpFrom, followUpTo }: KeptCallTime): CallTime | null {
  if (followUpAny) return { kind: 'any' }
  return followUpOn === null || followUpFrom === null || followUpTo === null ? null : { kind: 'at', on: followUpOn, from: followUpFrom, to: followUpTo }
}
