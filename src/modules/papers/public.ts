/** What other modules' server code may call. Announces: paper.kept. */
export { checkPaperFiles, handOut } from './actions/papers.ts'
