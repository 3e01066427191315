/** What the system found about itself; moments in milliseconds since 1970. */
export type CheckFacts = { readonly kind: 'invariants' | 'chain' | 'backup' | 'disk'; readonly sound: boolean; readonly endedAt: number }

export const warningKinds = ['disk', 'invariants', 'chain', 'backup', 'backup-old'] as const
export type WarningKind = (typeof warningKinds)[number]

const minute = 60_000
const hour = 60 * minute

/** The disk is looked at every minute and only a lack is noted: silence for three means there is room again. */
const isOver = ({ kind, endedAt }: CheckFacts, now: number): boolean => kind === 'disk' && now - endedAt > 3 * minute

/** What the people who look after the system must see on every page, the most pressing first. A backup older than 26 hours is one of them. */
export function warningsOf(checks: readonly CheckFacts[], now: number): WarningKind[] {
  const old = checks.some(({ kind, sound, endedAt }) => kind === 'backup' && sound && now - endedAt > 26 * hour)
  const unsound = new Set<WarningKind>(checks.filter((check) => !check.sound && !isOver(check, now)).map(({ kind }) => kind))
  return warningKinds.filter((kind) => (kind === 'backup-old' ? old : unsound.has(kind)))
}
