/** What other modules' server code may call. Announces: workshop.dispatched, workshop.running, workshop.paused, workshop.finished, workshop.stopped, workshop.planned, workshop.bay-changed, workshop.setting-changed. */
export { clockedMinutes, inspectionsOf, jobsOfOrders } from './data/jobs.ts'
export { clockOn, finishJob } from './actions/clock.ts'
export { dispatchJobs } from './actions/dispatch.ts'
export { whenDoneNow } from './actions/when-done.ts'
export { inspect } from './actions/inspect.ts'
export { pauseJob } from './actions/clock.ts'
/** Written histories (the demo store). */
export { insertBays as fillBays } from './data/bays.ts'
export { fillKeys } from './data/keys.ts'
export { fillWork, type FilledWork } from './data/fill-work.ts'
export { workshopProofs } from './data/proofs.ts'
