import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

export const loanStatuses = ['booked', 'out', 'returned', 'cancelled'] as const
export type LoanStatus = (typeof loanStatuses)[number]

export type LentCar = { readonly active: boolean; readonly outOfService: string; readonly insuredUntil: LocalDay }
/** The end not included. */
export type Term = { readonly from: Date; readonly until: Date }

export const overlaps = (a: Term, b: Term): boolean => a.from < b.until && a.until > b.from

/** Null means this car may go on the road until that day. */
export function whyNotLend({ active, outOfService, insuredUntil }: LentCar, lastDay: LocalDay): Refusal | null {
  if (!active) return new Refusal('courtesy-cars.out-of-service', { reason: '' })
  if (outOfService !== '') return new Refusal('courtesy-cars.out-of-service', { reason: outOfService })
  return insuredUntil < lastDay ? new Refusal('courtesy-cars.insurance-over', { day: insuredUntil }) : null
}

export type BookFacts = { readonly car: LentCar; readonly term: Term; /** Its last day, where the store is. */ readonly lastDay: LocalDay; /** Of the same car, booked or out; one that is overdue lasts until it is back. */ readonly others: readonly Term[]; readonly now: Date }

/** Null means the car may be booked for that time: never for two customers at once. */
export function whyNotBook({ car, term, lastDay, others, now }: BookFacts): Refusal | null {
  if (term.until <= term.from) return new Refusal('courtesy-cars.ends-before-it-begins')
  if (term.until <= now) return new Refusal('courtesy-cars.in-past')
  return whyNotLend(car, lastDay) ?? (others.some((other) => overlaps(other, term)) ? new Refusal('courtesy-cars.taken-then') : null)
}

/** A licence number as it stands on it: letters and digits. */
export const normalLicence = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
const isLicence = (licence: string): boolean => /^[A-Z0-9]{8,24}$/.test(licence)
/** On screens only its last four places are shown. */
export const maskedLicence = (licence: string): string => `${'*'.repeat(Math.max(0, licence.length - 4))}${licence.slice(-4)}`

export type HandOutFacts = {
  readonly status: LoanStatus; readonly car: LentCar & { readonly km: number }; /** Somebody else still has it. */ readonly isOut: boolean; readonly lastDay: LocalDay
  readonly driverName: string; readonly licence: string; readonly kmOut: number | null; readonly signature: string | null
}

/** Null means it may be handed out: booked, fit for the road, here, and with an agreement that is complete and signed. */
export function whyNotHandOut({ status, car, isOut, lastDay, driverName, licence, kmOut, signature }: HandOutFacts): Refusal | null {
  if (status !== 'booked') return new Refusal('courtesy-cars.not-booked')
  if (isOut) return new Refusal('courtesy-cars.still-out')
  const unfit = whyNotLend(car, lastDay)
  if (unfit !== null) return unfit
  if (driverName.trim() === '') return new Refusal('courtesy-cars.driver-missing')
  if (!isLicence(normalLicence(licence))) return new Refusal('courtesy-cars.licence-missing')
  if (kmOut === null || kmOut < car.km) return new Refusal('courtesy-cars.km-too-low', { km: car.km })
  return signature === null ? new Refusal('courtesy-cars.unsigned') : null
}

/** Null means it may be taken back. */
/** Nobody drives a lent car further in a day: a reading above it was misread or mistyped. */
const mostKmADay = 1_500

export function whyNotTakeBack({ status, kmOut, kmIn, outAt, now }: { readonly status: LoanStatus; readonly kmOut: number | null; readonly kmIn: number | null; readonly outAt: Date | null; readonly now: Date }): Refusal | null {
  if (status !== 'out') return new Refusal('courtesy-cars.not-out')
  const from = kmOut ?? 0
  if (kmIn === null || kmIn < from) return new Refusal('courtesy-cars.km-too-low', { km: from })
  const days = Math.max(1, Math.ceil((now.getTime() - (outAt ?? now).getTime()) / 86_400_000))
  return kmIn - from > days * mostKmADay ? new Refusal('courtesy-cars.km-too-high', { km: kmIn - from, days }) : null
}

export const whyNotCancel = ({ status }: { readonly status: LoanStatus }): Refusal | null => (status === 'booked' ? null : new Refusal('courtesy-cars.not-booked'))

export const isOverdue = ({ status, untilAt }: { readonly status: LoanStatus; readonly untilAt: Date }, now: Date): boolean => status === 'out' && untilAt < now
