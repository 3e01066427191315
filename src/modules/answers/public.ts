/** What other modules' server code may call. */
export { answersPersonal } from './data/personal.ts'
