/** What other modules' screens may show. */
export { ReportAddedWork } from './report-added-work.tsx'
