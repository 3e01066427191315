/** What other modules' screens may show. */
export { CheckSheets } from './check-sheets.tsx'
export { WallFrame, wallRefetchMilliseconds } from './wall-frame.tsx'
