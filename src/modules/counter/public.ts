/** What other modules' server code may call. Announces: counter.opened, .picked, .asked, .lost, .paid, .deposit-taken, .handed, .handed-in, .returned, .consumed, .refunded, .written-off, .write-off-taken-back, .cancelled, .price-approved. */
export { priceRequests } from './actions/price-requests.ts'
export { cashOutside, depositsOfSales, findSales } from './actions/read-slips.ts'
export { writeOffRequests } from './actions/write-off.ts'
export { counterInvariants } from './data/invariants.ts'
export { counterPersonal } from './data/personal.ts'
export { counterProofs } from './data/proofs.ts'
