/** What the app tells this module. */
export { nameDeeds, nameOfDeed } from './domain/deed-names.ts'
