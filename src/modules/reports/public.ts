/** What other modules' server code may call. Announces: report.issued. */
export { sumUpDays } from './actions/sum-days.ts'
export { reportProofs } from './data/proofs.ts'
