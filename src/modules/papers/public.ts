/** What other modules' server code may call. Announces: paper.kept. */
export { checkPaperFiles, handOut } from './actions/papers.ts'
export { papersPersonal } from './data/personal.ts'
