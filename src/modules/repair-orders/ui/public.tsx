/** What other modules' screens may show. */
export { registerOrderSections } from './order-sections.ts'
export { ReportAddedWork } from './report-added-work.tsx'
