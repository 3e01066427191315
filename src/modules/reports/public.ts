/** What other modules' server code may call. Announces: report.issued. */
export { fillDailyReports } from './actions/fill-reports.ts'
export { sumUpDays } from './actions/sum-days.ts'
export { reportProofs } from './data/proofs.ts'
