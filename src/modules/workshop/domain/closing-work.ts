/** What follows the work on every car, in minutes. */
export type ClosingWork = { readonly inspectionMinutes: number; readonly washMinutes: number }

export const presetClosingWork: ClosingWork = { inspectionMinutes: 30, washMinutes: 30 }
