/** What the app tells this module. */
export { nameDeeds } from './domain/deed-names.ts'
