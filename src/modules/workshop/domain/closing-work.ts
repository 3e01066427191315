/** What follows the work on every car, and how long its key may stand at the desk before it, in minutes. */
export type ClosingWork = { readonly inspectionMinutes: number; readonly washMinutes: number; readonly handOverMinutes: number }

export const presetClosingWork: ClosingWork = { inspectionMinutes: 30, washMinutes: 30, handOverMinutes: 30 }
