/** What other modules' server code may call. Announces: workshop.dispatched, workshop.running, workshop.paused, workshop.finished, workshop.stopped, workshop.planned, workshop.bay-changed, workshop.clock-corrected. */
export { clockedMinutes, inspectionsOf, jobsOfOrders, runningClock } from './data/jobs.ts'
export { hoursOf, type HoursData } from './data/clocks.ts'
export { calendarFrom } from './actions/store-calendar.ts'
export { stopForgottenClocks } from './actions/stop-forgotten.ts'
export { clockOn, finishJob } from './actions/clock.ts'
export { dispatchJobs } from './actions/dispatch.ts'
export { inspect } from './actions/inspect.ts'
export { pauseJob } from './actions/clock.ts'
/** Written histories (the demo store). */
export { insertBays as fillBays } from './data/bays.ts'
export { fillKeys } from './data/keys.ts'
export { fillWork, type FilledWork } from './data/fill-work.ts'
export { workshopProofs } from './data/proofs.ts'
