/** What the app calls. Announces: personal-data.exported, .erasure-asked, .erasure-decided, .terms-changed, .looked; customer.erased. */
export { erasureRequests } from './actions/erase-person.ts'
export { personalTables, registerPersonalData } from './actions/parts.ts'
export { removeErasedFiles } from './actions/remove-files.ts'
export { lookForDueEverywhere } from './actions/terms.ts'
export { privacyPersonal } from './data/personal.ts'
