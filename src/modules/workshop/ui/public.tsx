/** What other modules' screens may show. */
export { CheckSheets } from './check-sheets.tsx'
export { registerCarTools } from './car-tools.ts'
export { WallFrame, wallRefetchMilliseconds } from './wall-frame.tsx'
