/** What other modules' server code may call. Announces: attendance.came, attendance.left, attendance.corrected. */
export { endForgotten } from './actions/end-forgotten.ts'
