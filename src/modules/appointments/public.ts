/** What other modules' server code may call. Announces: appointment.booked, .moved, .cancelled, .confirmed, .board-confirmed, .called, .capacity-set. */
export { appointmentProofs } from './data/proofs.ts'
export { fillAppointments, fillDesk } from './data/fill-appointments.ts'
