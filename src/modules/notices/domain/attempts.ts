export const mostAttempts = 6
/** As long a sender that died keeps a message from the others. */
export const leaseSeconds = 90

/** Half a minute, two, eight, half an hour, two hours: a receiver that is down for lunch is reached after it. */
export const waitSeconds = (attempts: number): number => 30 * 4 ** (attempts - 1)

export const messageStatuses = ['waiting', 'sent', 'dead', 'dropped'] as const
export type MessageStatus = (typeof messageStatuses)[number]

export type Failed = { readonly attempts: number; /** Trying again would change nothing: the address is wrong, or it is a test. */ readonly forGood: boolean; readonly now: Date }

/** When it is tried again; null means that somebody has to look at it. */
export const triedAgainAt = ({ attempts, forGood, now }: Failed): Date | null => (forGood || attempts >= mostAttempts ? null : new Date(now.getTime() + waitSeconds(attempts) * 1_000))
