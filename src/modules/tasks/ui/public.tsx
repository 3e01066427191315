/** What other modules' screens may show. */
export { OwnerFields, ownerMissing, type OwnerWish } from './owner-fields.tsx'
export { OwnTasks, useOwnTasks } from './own-tasks.tsx'
export { ReportProblem } from './report-problem.tsx'
