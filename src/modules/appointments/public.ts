/** What other modules' server code may call. Announces: appointment.booked, .moved, .cancelled, .confirmed, .board-confirmed, .called, .capacity-set, .parts-settled. */
export { handOverWished, settleWishedParts } from './actions/wished-parts.ts'
export { appointmentProofs } from './data/proofs.ts'
export { fillAppointments, fillDesk } from './data/fill-appointments.ts'
export { appointmentsPersonal } from './data/personal.ts'
