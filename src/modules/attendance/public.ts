/** What other modules' server code may call. Announces: attendance.came, attendance.left, attendance.corrected. */
/** Written histories (the demo store). */
export { fillAttendance } from './actions/fill-attendance.ts'
export { endForgotten } from './actions/end-forgotten.ts'
