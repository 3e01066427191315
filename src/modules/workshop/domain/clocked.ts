type Clock = { readonly jobId: string; readonly startedAt: Date; readonly stoppedAt: Date | null }

const minutesBetween = (from: Date, until: Date): number => Math.max(0, Math.floor((until.getTime() - from.getTime()) / 60_000))

/** Whole minutes on the clocks of a job; one that runs counts until now. */
export const clockedOf = (clocks: readonly Clock[], jobId: string, now: Date): number =>
  clocks.filter((clock) => clock.jobId === jobId).reduce((sum, { startedAt, stoppedAt }) => sum + minutesBetween(startedAt, stoppedAt ?? now), 0)
