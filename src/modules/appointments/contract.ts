import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, moment, text, thousandths, version } from '../../platform/shapes.ts'
import { purposes } from '../repair-orders/domain/life.ts'
import { outcomes } from './domain/kept.ts'
import { slotReasons, workKinds } from './domain/slots.ts'
import { appointmentPermissions } from './permissions.ts'

const whole = z.number().int()

export const appointmentRow = z.object({
  id, number: z.string(), at: moment, minutes: whole, kind: z.enum(workKinds), plate: z.string(), customerName: z.string(), phone: z.string(), purpose: z.enum(purposes), concern: z.string(), wishedParts: z.string(),
  courtesyCar: z.boolean(), advisorId: id, advisorName: z.string(), madeByName: z.string(), confirmedAt: moment.nullable(), confirmedByName: z.string().nullable(), reason: z.string(),
  outcome: z.enum(outcomes), /** The visit of this plate on that day. */ orderId: id.nullable(), arrivedAt: moment.nullable(), /** Recalls and service actions still to be done on this car. */ openCampaigns: whole, /** The courtesy car that is booked for it. */ courtesyPlate: z.string().nullable(),
  /** Wished parts, with what no shelf has for it. */ parts: z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), quantityThousandths: whole, short: whole })), version,
})
export type AppointmentRow = z.output<typeof appointmentRow>

const capacity = z.object({ kind: z.enum(workKinds), bays: whole, version: whole })

export const seeBoard = route({
  does: 'See the appointments of a day with the load of its bays and people', method: 'GET', path: '/appointments', needs: appointmentPermissions.see, query: z.strictObject({ day }),
  gives: z.object({
    day, open: z.object({ from: moment, until: moment }).nullable(), rows: z.array(appointmentRow), capacity: z.array(capacity),
    /** By half hour and kind: how many cars are booked, and for how many there are bays and people who can do it. */ load: z.array(z.object({ at: moment, kind: z.enum(workKinds), taken: whole, room: whole })),
    confirmed: z.object({ at: moment, personName: z.string() }).nullable(),
  }),
})
export type Board = z.output<typeof seeBoard.gives>

export const offerSlots = route({
  does: 'Offer the times of a day for a kind of work by bays, skills and shifts, and say why one is not free', method: 'GET', path: '/appointments/slots', needs: appointmentPermissions.see,
  query: z.strictObject({ day, kind: z.enum(workKinds), minutes: z.coerce.number().int().min(15).max(600) }), gives: z.object({ slots: z.array(z.object({ at: moment, free: whole, /** What is missing where nothing is free. */ whyNot: z.enum(slotReasons).nullable() })) }),
})

const wish = {
  at: moment, minutes: whole.min(15).max(600), kind: z.enum(workKinds), plate: filledText(20), customerName: filledText(60), phone: filledText(20), purpose: z.enum(purposes), concern: text(500).default(''),
  wishedParts: text(200).default(''), courtesyCar: z.boolean().default(false), advisorId: id.optional(), /** Reserved for the appointment, as far as they are free. */ parts: z.array(z.strictObject({ partId: id, quantityThousandths: thousandths })).max(10).default([]),
}
const full = ['appointments.in-past', 'appointments.closed-then', 'appointments.slot-full', 'appointments.nobody-there', 'appointments.hands-taken', 'appointments.booked-already']

export const book = route({
  does: 'Book an appointment', method: 'POST', path: '/appointments', needs: appointmentPermissions.book, body: z.strictObject(wish), gives: z.object({ id, number: z.string(), version }),
  refuses: ['vehicles.not-a-plate', 'appointments.not-an-advisor', ...full],
})
export const listShortParts = route({
  does: 'List wished parts that no shelf has for those who are expected in the next two weeks', method: 'GET', path: '/appointments/short-parts', needs: appointmentPermissions.see,
  gives: z.object({ rows: z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), short: whole, at: moment, plate: z.string(), number: z.string() })) }),
})
const appointment = { params: z.strictObject({ appointmentId: id }) }

export const move = route({
  does: 'Move an appointment to another time', method: 'POST', path: '/appointments/:appointmentId/move', needs: appointmentPermissions.book, ...appointment,
  body: z.strictObject({ version, at: moment, minutes: whole.min(15).max(600) }), refuses: ['appointments.cancelled-already', ...full],
  /** What became of the courtesy car that was booked for it: moved along, or released because it is not free then. */
  gives: done.extend({ courtesyCar: z.enum(['moved', 'released']).nullable() }),
})
export const cancel = route({
  does: 'Cancel an appointment with a reason', method: 'POST', path: '/appointments/:appointmentId/cancel', needs: appointmentPermissions.book, ...appointment,
  body: z.strictObject({ version, reason: filledText(300) }), gives: done, refuses: ['appointments.cancelled-already'],
})
export const confirm = route({
  does: 'Record that the customer confirmed his appointment', method: 'POST', path: '/appointments/:appointmentId/confirmation', needs: appointmentPermissions.book, ...appointment,
  body: z.strictObject({ version }), gives: done, refuses: ['appointments.cancelled-already'],
})
export const confirmBoard = route({
  does: "Confirm that the day's board is current", method: 'POST', path: '/appointments/board-confirmations', needs: appointmentPermissions.confirmBoard, body: z.strictObject({ day }), gives: z.object({ booked: whole }),
  refuses: ['appointments.board-confirmed-already', 'appointments.not-that-day'],
})
export const setCapacity = route({
  does: 'Set how many bays of a kind can be booked at once', method: 'POST', path: '/appointments/capacity', needs: appointmentPermissions.setCapacity,
  body: z.strictObject({ version, kind: z.enum(workKinds), bays: whole.min(0).max(100) }), gives: done.extend({ bays: whole }),
})

export const callCauses = ['recall', 'service-due', 'recommendation', 'other'] as const
export const callResults = ['booked', 'later', 'refused', 'no-answer'] as const

export const listCalls = route({
  does: 'List customers worth a call: with an open recall, due for service, or with recommended work', method: 'GET', path: '/appointments/calls', needs: appointmentPermissions.call,
  gives: z.object({ rows: z.array(z.object({
    plate: z.string(), cause: z.enum(callCauses), detail: z.string(), detailEn: z.string(), lastCallAt: moment.nullable(), lastResult: z.enum(callResults).nullable(),
    /** Whom to call; null: the car's owner is not known. */ owner: z.object({ customerId: id, name: z.string(), /** As this reader may see it. */ phone: z.string() }).nullable(),
  })) }),
})
export const recordCall = route({
  does: 'Record a call for an appointment', method: 'POST', path: '/appointments/calls', needs: appointmentPermissions.call,
  body: z.strictObject({ plate: filledText(20), cause: z.enum(callCauses), result: z.enum(callResults), note: text(300).default('') }), gives: z.object({ id }),
})
export const seeFigures = route({
  does: 'See how many came with an appointment and how many kept it, by advisor, over the last thirty days', method: 'GET', path: '/appointments/figures', needs: appointmentPermissions.see,
  gives: z.object({ from: day, rows: z.array(z.object({ advisorName: z.string(), booked: whole, came: whole, kept: whole, noShow: whole, arrivals: whole })) }),
})
