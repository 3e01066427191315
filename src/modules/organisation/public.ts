/** What other modules' server code may call. */
export { actorOfToken } from './actions/sessions.ts'
export { actorOfLogin } from './actions/actor-of-login.ts'
export { foundStore, type Newcomer } from './actions/found-store.ts'
export { createAdministrator, type AdministratorWish } from './actions/first-run.ts'
export { hashPassword } from './actions/passwords.ts'
export { findStore, listMembershipsBetween, listPositionNames, listRightsOf, storeIds, type MembershipRow, type RightsOfPerson, type StoreFacts } from './data/staff.ts'
export { demoLoginRows } from './data/demo-logins.ts'
export { importStaff, judgeStaff } from './actions/import-staff.ts'
export { peopleByPosition, peopleWithRight } from './actions/people-by-position.ts'
export { positionsWithRight } from './data/rights.ts'
/** What somebody who leaves would leave undone. */
export { registerOpenWork } from './actions/open-work.ts'
export { staffOf } from './actions/staff-of.ts'
export { openingTimes, workingCalendar } from './actions/calendar.ts'
export { closeAt, isOpen, isPublicHoliday, isWorkingDay, nextOpenDay, openAt, type OpeningTimes, type WorkingCalendar } from './domain/opening.ts'
/** How much of a discount, an allowance or a price deviation a person may grant. */
export { limitsHere, ownLimit } from './actions/limits.ts'
/** At the start: what a new version brings reaches the positions of stores that are there already. */
export { grantNewDeeds } from './actions/new-deeds.ts'
/** At the start: the key of the second factors' secrets. */
export { sealSecondFactorsWith } from './actions/second-factor.ts'
