import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, kilometres, moment, pageOf, pageQuery, pdf, printQuery, refusalFacts, text, version } from '../../platform/shapes.ts'
import { damages, panels } from '../repair-orders/domain/reception-sheet.ts'
import { loanStatuses } from './domain/loan.ts'
import { courtesyCarPermissions } from './permissions.ts'

const eighths = z.number().int().min(0).max(8)
const marks = z.array(z.strictObject({ panel: z.enum(panels), damage: z.enum(damages), note: text(100) })).max(60).readonly()
const said = z.object({ code: z.string(), facts: refusalFacts })

const courtesyCar = z.object({
  id, plate: z.string(), modelName: z.string(), insuredUntil: day, km: kilometres, fuelEighths: eighths, outOfService: z.string(), active: z.boolean(), version,
  /** Why it could not be lent today, by code; null where it could. */ whyNot: said.nullable(),
  /** Who has it now. */ out: z.object({ loanId: id, customerName: z.string(), untilAt: moment, overdue: z.boolean() }).nullable(), bookings: z.number().int(),
})
export type CourtesyCar = z.output<typeof courtesyCar>

export const listCourtesyCars = route({
  does: 'List the courtesy cars, and who has them', method: 'GET', path: '/courtesy-cars', needs: courtesyCarPermissions.see, gives: z.object({ rows: z.array(courtesyCar) }),
})
const facts = { modelName: filledText(80), insuredUntil: day, km: kilometres, fuelEighths: eighths, outOfService: text(200).default('') }

export const addCourtesyCar = route({
  does: 'Add a courtesy car', method: 'POST', path: '/courtesy-cars', needs: courtesyCarPermissions.maintain, body: z.strictObject({ ...facts, plate: filledText(20) }), gives: z.object({ id, version }),
  refuses: ['vehicles.not-a-plate', 'courtesy-cars.plate-known'],
})
export const changeCourtesyCar = route({
  does: 'Change a courtesy car, or take it out of service', method: 'POST', path: '/courtesy-cars/:carId/change', needs: courtesyCarPermissions.maintain, params: z.strictObject({ carId: id }),
  body: z.strictObject({ ...facts, version, active: z.boolean() }), gives: done, refuses: ['courtesy-cars.still-out', 'courtesy-cars.km-too-low'],
})
const loanRow = z.object({
  id, number: z.string(), status: z.enum(loanStatuses), carId: id, plate: z.string(), modelName: z.string(), fromAt: moment, untilAt: moment, overdue: z.boolean(), customerName: z.string(), phone: z.string(), appointmentId: id.nullable(),
  bookedByName: z.string(), driverName: z.string().nullable(), /** Masked but for its last places. */ licence: z.string().nullable(), carKm: kilometres, carFuel: eighths, kmOut: kilometres.nullable(), fuelOut: eighths.nullable(), marks,
  outAt: moment.nullable(), outByName: z.string().nullable(), kmIn: kilometres.nullable(), fuelIn: eighths.nullable(), damage: z.string(), fees: z.string(), inAt: moment.nullable(), inByName: z.string().nullable(), reason: z.string(), version,
})
export type LoanRow = z.output<typeof loanRow>
export const loanGroups = ['open', 'overdue', 'all'] as const

export const listLoans = route({
  does: 'List loans of courtesy cars: open ones by their time, overdue ones, or all, newest first', method: 'GET', path: '/courtesy-cars/loans', needs: courtesyCarPermissions.see,
  query: z.strictObject({ ...pageQuery, group: z.enum(loanGroups).default('open') }), gives: pageOf(loanRow).extend({ overdue: z.number().int() }),
})
export const offerCourtesyCars = route({
  does: 'Offer the courtesy cars for a time, and say why the others are not offered', method: 'GET', path: '/courtesy-cars/offers', needs: courtesyCarPermissions.see, query: z.strictObject({ fromAt: moment, untilAt: moment }),
  gives: z.object({ rows: z.array(courtesyCar.pick({ id: true, plate: true, modelName: true }).extend({ whyNot: said.nullable() })) }),
})
const bookRefusals = ['courtesy-cars.ends-before-it-begins', 'courtesy-cars.in-past', 'courtesy-cars.out-of-service', 'courtesy-cars.insurance-over', 'courtesy-cars.taken-then']

export const bookCourtesyCar = route({
  does: 'Book a courtesy car for a customer', method: 'POST', path: '/courtesy-cars/loans', needs: courtesyCarPermissions.lend,
  body: z.strictObject({ carId: id, fromAt: moment, untilAt: moment, customerName: filledText(60), phone: filledText(20), appointmentId: id.nullable().default(null) }), gives: z.object({ id, number: z.string(), version }),
  refuses: [...bookRefusals, 'courtesy-cars.booked-for-it'],
})
const loan = { params: z.strictObject({ loanId: id }) }

export const handOut = route({
  does: 'Hand a courtesy car out with its agreement', method: 'POST', path: '/courtesy-cars/loans/:loanId/hand-out', needs: courtesyCarPermissions.lend, ...loan,
  body: z.strictObject({ version, driverName: text(60), licence: text(30), kmOut: kilometres.nullable(), fuelOut: eighths, marks, signature: z.string().startsWith('data:image/png;base64,').max(200_000).nullable() }), gives: done,
  refuses: ['courtesy-cars.not-booked', 'courtesy-cars.still-out', 'courtesy-cars.out-of-service', 'courtesy-cars.insurance-over', 'courtesy-cars.driver-missing', 'courtesy-cars.licence-missing', 'courtesy-cars.km-too-low', 'courtesy-cars.unsigned'],
})
export const takeBack = route({
  does: 'Take a courtesy car back', method: 'POST', path: '/courtesy-cars/loans/:loanId/take-back', needs: courtesyCarPermissions.lend, ...loan,
  body: z.strictObject({ version, kmIn: kilometres.nullable(), fuelIn: eighths, damage: text(500).default(''), fees: text(300).default('') }), gives: done, refuses: ['courtesy-cars.not-out', 'courtesy-cars.km-too-low', 'courtesy-cars.km-too-high'],
})
export const cancelLoan = route({
  does: 'Cancel the booking of a courtesy car', method: 'POST', path: '/courtesy-cars/loans/:loanId/cancel', needs: courtesyCarPermissions.lend, ...loan, body: z.strictObject({ version, reason: filledText(300) }), gives: done,
  refuses: ['courtesy-cars.not-booked'],
})
export const printAgreement = route({
  does: 'Print the agreement of a courtesy car', method: 'GET', path: '/courtesy-cars/loans/:loanId/agreement.pdf', needs: courtesyCarPermissions.see, ...loan, query: printQuery, gives: pdf, refuses: ['courtesy-cars.nothing-to-print'],
})
