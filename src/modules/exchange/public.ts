/**
 * What the app's own code may call: what the runner of long works does for an import, and the deeds for the command line. Announces: import.received, import.started,
 * import.progressed, import.finished, import.discarded, export.made.
 */
export { doImport, importWork } from './actions/do-import.ts'
export { exportedFile, exportList } from './actions/export-list.ts'
export { listFindings, seeImport } from './actions/read-imports.ts'
export { receiveFile, runImport } from './actions/receive-file.ts'
export { say } from './actions/sentences.ts'
export { exchangePersonal } from './data/personal.ts'
export { exchangeProofs } from './data/proofs.ts'
