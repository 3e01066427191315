/** What other modules' server code may call. Announces: courtesy-car.added, .changed, .booked, .handed-out, .taken-back, .cancelled. */
export { photosOfLoan, releaseBooking } from './actions/loans.ts'
/** Written histories (the demo store). */
export { insertCar as fillCourtesyCar } from './data/loans.ts'
