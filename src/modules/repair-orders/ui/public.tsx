/** What other modules' screens may show. */
export { registerOrderSections } from './order-sections.ts'
export { UnclearParts } from './unclear-parts.tsx'
export { ReportAddedWork } from './report-added-work.tsx'
