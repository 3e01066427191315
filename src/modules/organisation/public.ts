/** What other modules' server code may call. */
export { actorOfToken } from './actions/sessions.ts'
export { actorOfLogin } from './actions/actor-of-login.ts'
export { foundStore, type Newcomer } from './actions/found-store.ts'
export { hashPassword } from './actions/passwords.ts'
export { findStore, storeIds, type StoreFacts } from './data/staff.ts'
export { demoLoginRows } from './data/demo-logins.ts'
export { staffOf } from './actions/staff-of.ts'
