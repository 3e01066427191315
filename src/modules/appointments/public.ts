/** What other modules' server code may call. Announces: appointment.booked, .moved, .cancelled, .confirmed, .board-confirmed, .called, .capacity-set. */
export { appointmentProofs } from './data/proofs.ts'
export { fillAppointments } from './data/fill-appointments.ts'
