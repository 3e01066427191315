/** What other modules' server code may call. Announces: courtesy-car.added, .changed, .booked, .moved, .handed-out, .taken-back, .cancelled. */
export { moveBooking, photosOfLoan, releaseBooking } from './actions/loans.ts'
/** Written histories (the demo store). */
export { insertCar as fillCourtesyCar } from './data/loans.ts'
