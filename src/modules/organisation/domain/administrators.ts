import { Refusal } from '../../../kernel/refusal.ts'

/** Separated: who keeps the machine, who keeps the rights, who reads the record. */
export const administratorPositions = ['SYS', 'SEC', 'AUD'] as const

/** A store that loses the last holder of one of these cannot help itself any more. */
export const decisivePositions = ['SYS', 'SEC'] as const

export type Holders = Readonly<Record<string, number>>

/** `before` and `after` count open-ended holders by position or right. What nobody held before is nobody's loss. */
export function whyNotLose(before: Holders, after: Holders): Refusal | null {
  const lost = Object.keys(before).find((name) => (before[name] ?? 0) > 0 && (after[name] ?? 0) === 0)
  return lost === undefined ? null : new Refusal('organisation.last-administrator', { what: lost })
}

export type PositionWish = {
  readonly self: boolean
  /** Whether the one who gives may change rights himself. */
  readonly mayChangeRights: boolean
  /** Nobody else in the store may change positions. */
  readonly alone: boolean
  /** Positions given or taken. */
  readonly touched: readonly string[]
}

/** Nobody promotes himself, and administrators are made by those who keep the rights. */
export function whyNotGive({ self, mayChangeRights, alone, touched }: PositionWish): Refusal | null {
  if (touched.length === 0) return null
  if (self && !alone) return new Refusal('organisation.not-your-own-positions')
  const high = touched.find((position) => position === 'GM' || (administratorPositions as readonly string[]).includes(position))
  return high !== undefined && !mayChangeRights ? new Refusal('organisation.administrators-by-security', { position: high }) : null
}

/** System, security and audit administration stay apart in a house that has people for it: others hold each of them, or two others are there for the rest. */
export function whyNotTogether(positions: readonly string[], others: readonly { readonly personId: string; readonly position: string }[]): Refusal | null {
  const held = administratorPositions.filter((position) => positions.includes(position))
  const hasPeople = held.every((position) => others.some((other) => other.position === position)) || new Set(others.map(({ personId }) => personId)).size > 1
  return held.length > 1 && hasPeople ? new Refusal('organisation.administrators-apart', { positions: held }) : null
}

export type RightChangeFacts = { readonly state: string; readonly askedBy: string; readonly by: string }

export function whyNotDecide({ state, askedBy, by }: RightChangeFacts): Refusal | null {
  if (state !== 'asked') return new Refusal('organisation.decided-already')
  return askedBy === by ? new Refusal('organisation.not-your-own-request') : null
}

/** Decisive for running the rights themselves: each needs at least one holder. */
export const decisiveRights = ['organisation.maintainStaff', 'organisation.resetAccess', 'organisation.changeRights', 'organisation.approveRights'] as const

/** AUD only reads; SYS has no part in rights; SEC does not read the audit. */
const apart: readonly (readonly [position: string, forbidden: (permission: string) => boolean])[] = [
  ['SYS', (permission) => ['organisation.changeRights', 'organisation.approveRights', 'organisation.maintainStaff', 'organisation.resetAccess', 'organisation.maintainPolicy'].includes(permission)],
  ['SEC', (permission) => permission.startsWith('audit.')],
  ['AUD', (permission) => !/\.(see|list|read|verify|search|export|inspect)\w*$/.test(permission)],
]

/** A right that separated administrators must not get. */
export function whyNotGrant(position: string, grants: readonly string[]): Refusal | null {
  const rule = apart.find(([name]) => name === position)
  const wrong = grants.find((permission) => rule?.[1](permission) ?? false)
  return wrong === undefined ? null : new Refusal('organisation.administrators-keep-apart', { position, permission: wrong })
}
