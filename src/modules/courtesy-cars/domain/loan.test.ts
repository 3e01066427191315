import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOverdue, maskedLicence, whyNotBook, whyNotHandOut, whyNotLend, whyNotTakeBack, type Term } from './loan.ts'

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour))
const car = { active: true, outOfService: '', insuredUntil: '2026-12-31', km: 10_000 }
const booking = { car, term: { from: at(2), until: at(10) }, lastDay: '2026-11-23', others: [], now: at(1) }

test('a car that is out of service, or not insured until its return, is not lent', () => {
  expect(whyNotLend(car, '2026-12-31')).toBeNull()
  expect(whyNotLend(car, '2027-01-01')?.code).toBe('courtesy-cars.insurance-over')
  expect(whyNotLend({ ...car, outOfService: '更换轮胎' }, '2026-12-01')?.facts).toEqual({ reason: '更换轮胎' })
  expect(whyNotLend({ ...car, active: false }, '2026-12-01')?.code).toBe('courtesy-cars.out-of-service')
})

test('a booking has an end after its beginning, ahead of now, and the car for itself', () => {
  expect(whyNotBook(booking)).toBeNull()
  expect(whyNotBook({ ...booking, term: { from: at(5), until: at(5) } })?.code).toBe('courtesy-cars.ends-before-it-begins')
  expect(whyNotBook({ ...booking, now: at(11) })?.code).toBe('courtesy-cars.in-past')
  expect(whyNotBook({ ...booking, others: [{ from: at(9), until: at(12) }] })?.code).toBe('courtesy-cars.taken-then')
  expect(whyNotBook({ ...booking, others: [{ from: at(10), until: at(12) }] })).toBeNull()
})

test('whatever is asked for, of all bookings granted no two have the car at the same moment', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 20 }), (wishes) => {
    const granted: Term[] = []
    for (const [from, hours] of wishes) {
      const term = { from: at(from), until: at(from + hours) }
      if (whyNotBook({ ...booking, car: { ...car, insuredUntil: '2027-12-31' }, term, others: granted, now: at(-1) }) === null) granted.push(term)
    }
    return granted.every((one) => granted.every((other) => one === other || one.until <= other.from || other.until <= one.from))
  }))
})

test('it is handed out with a whole, signed agreement, and not while somebody else has it', () => {
  const facts = { status: 'booked' as const, car, isOut: false, lastDay: '2026-11-23', driverName: '李晨', licence: '310101 1990 0101 1234', kmOut: 10_000, signature: 'data:image/png;base64,x' }
  expect(whyNotHandOut(facts)).toBeNull()
  expect(whyNotHandOut({ ...facts, status: 'out' })?.code).toBe('courtesy-cars.not-booked')
  expect(whyNotHandOut({ ...facts, isOut: true })?.code).toBe('courtesy-cars.still-out')
  expect(whyNotHandOut({ ...facts, lastDay: '2027-01-01' })?.code).toBe('courtesy-cars.insurance-over')
  expect(whyNotHandOut({ ...facts, driverName: ' ' })?.code).toBe('courtesy-cars.driver-missing')
  expect(whyNotHandOut({ ...facts, licence: '1234' })?.code).toBe('courtesy-cars.licence-missing')
  expect(whyNotHandOut({ ...facts, kmOut: 9_999 })?.code).toBe('courtesy-cars.km-too-low')
  expect(whyNotHandOut({ ...facts, signature: null })?.code).toBe('courtesy-cars.unsigned')
})

test('it comes back once, with no fewer kilometres than it left with', () => {
  const out = { status: 'out' as const, outAt: at(1), now: at(10) }
  expect(whyNotTakeBack({ ...out, kmOut: 10, kmIn: 10 })).toBeNull()
  expect(whyNotTakeBack({ ...out, kmOut: 10, kmIn: 9 })?.code).toBe('courtesy-cars.km-too-low')
  expect(whyNotTakeBack({ ...out, status: 'returned', kmOut: 10, kmIn: 12 })?.code).toBe('courtesy-cars.not-out')
  expect(whyNotTakeBack({ ...out, kmOut: 22_075, kmIn: 23_575 })).toBeNull()
  expect(whyNotTakeBack({ ...out, kmOut: 22_075, kmIn: 999_999 })).toMatchObject({ code: 'courtesy-cars.km-too-high', facts: { km: 977_924, days: 1 } })
  expect(whyNotTakeBack({ ...out, outAt: new Date(at(1).getTime() - 3 * 86_400_000), kmOut: 10, kmIn: 4_000 })).toBeNull()
})

test('a licence shows its last four places; a car is overdue while it is out after its time', () => {
  expect(maskedLicence('310101199001011234')).toBe('**************1234')
  expect(isOverdue({ status: 'out', untilAt: at(3) }, at(4))).toBe(true)
  expect(isOverdue({ status: 'returned', untilAt: at(3) }, at(4))).toBe(false)
})
