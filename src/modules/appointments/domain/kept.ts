export const outcomes = ['expected', 'early', 'kept', 'late', 'no-show', 'cancelled'] as const
export type Outcome = (typeof outcomes)[number]

/** Minutes before and after the appointed moment that still count as kept. */
export const tolerance = { before: 30, after: 15 } as const

export type KeptFacts = { readonly status: 'booked' | 'cancelled'; readonly at: Date; /** When the car of this plate came on that day. */ readonly arrivedAt: Date | null; /** When that day ended. */ readonly dayEnds: Date; readonly now: Date }

/** What became of an appointment, read from the visit. */
export function outcomeOf({ status, at, arrivedAt, dayEnds, now }: KeptFacts): Outcome {
  if (status === 'cancelled') return 'cancelled'
  if (arrivedAt === null) return now >= dayEnds ? 'no-show' : 'expected'
  const minutes = (arrivedAt.getTime() - at.getTime()) / 60_000
  if (minutes < -tolerance.before) return 'early'
  return minutes > tolerance.after ? 'late' : 'kept'
}
