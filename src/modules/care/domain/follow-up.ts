export const questions = ['reception', 'quality', 'price', 'time', 'cleanliness'] as const
export type Question = (typeof questions)[number]

export const contactResults = ['reached', 'no-answer', 'refused'] as const
export type ContactResult = (typeof contactResults)[number]

export const followUpDays = 3
export const mostAttempts = 3

export type FollowUpFacts = { readonly attempts: number; readonly answered: boolean }

/** Waits until somebody was reached or wants no call, or three attempts were made. */
export const isWaiting = ({ attempts, answered }: FollowUpFacts): boolean => !answered && attempts < mostAttempts

/** By when the call is due: three days after the delivery. */
export const callDueAt = (deliveredAt: Date): Date => new Date(deliveredAt.getTime() + followUpDays * 86_400_000)
