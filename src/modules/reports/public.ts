/** What other modules' server code may call. Announces: daily-report.issued. */
export { sumUpDays } from './actions/sum-days.ts'
