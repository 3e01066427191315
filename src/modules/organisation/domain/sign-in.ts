import { Refusal } from '../../../kernel/refusal.ts'

/** Presets of the sign-in limit (reliability P13): per account and per address, each within a quarter of an hour. */
export const attemptLimit = { minutes: 15, perLogin: 10, perAddress: 60 } as const

export type FailedAttempts = { readonly byLogin: number; readonly byAddress: number }

/** Null means the password may be tried. Slows down instead of locking out: others go on working, the owner waits minutes. */
export function whyNotTry(failed: FailedAttempts): Refusal | null {
  if (failed.byLogin >= attemptLimit.perLogin || failed.byAddress >= attemptLimit.perAddress) {
    return new Refusal('organisation.too-many-attempts', { minutes: attemptLimit.minutes })
  }
  return null
}

/** A session ends after idle time and in any case after a working day and a half. */
export const sessionLimit = { idleMinutes: 120, absoluteHours: 14 } as const

export type SessionTimes = { readonly seenAt: Date; readonly endsAt: Date; /** Shorter on a shared tablet. */ readonly idleMinutes: number }

export const isAlive = ({ seenAt, endsAt, idleMinutes }: SessionTimes, now: Date): boolean =>
  now < endsAt && now.getTime() - seenAt.getTime() < idleMinutes * 60_000

/** The last sight is written down once a minute, not with each request. */
export const sightIsOld = ({ seenAt }: Pick<SessionTimes, 'seenAt'>, now: Date): boolean => now.getTime() - seenAt.getTime() > 60_000

/** Logins are compared without case and surrounding space. */
export const normalLogin = (login: string): string => login.trim().toLowerCase()

/** What a person must do before any right counts. */
export type Owes = 'password' | 'second-factor' | null

export type SignInState = { readonly mustChange: boolean; readonly outdated: boolean; readonly positions: readonly string[]; readonly demandedOf: readonly string[]; readonly enrolled: boolean }

export function owesOf({ mustChange, outdated, positions, demandedOf, enrolled }: SignInState): Owes {
  if (mustChange || outdated) return 'password'
  return !enrolled && positions.some((position) => demandedOf.includes(position)) ? 'second-factor' : null
}
