/** What other modules' screens may show. */
export { registerOrderSections } from './order-sections.ts'
export { AskForPart } from './ask-for-part.tsx'
export { UnclearParts } from './unclear-parts.tsx'
export { ReportAddedWork } from './report-added-work.tsx'
export { PromiseField, ReasonList, usePromise, type PromiseWish } from './promise-field.tsx'
