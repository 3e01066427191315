import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { seeLimits as seeRoute } from '../contract.ts'
import * as data from '../data/limits.ts'
import { listPositionNames } from '../data/staff.ts'
import { limitedPositions, limitKinds, limitOf, limitOfPositions, type LimitKind } from '../domain/limits.ts'

/** Fen that the person may grant by the highest of his positions here; null: without limit (rules.md, Approvals). */
export const ownLimit = async (reading: Pick<Reading, 'tx' | 'by'>, kind: LimitKind): Promise<number | null> => (await limitsHere(reading))(reading.by.positions, kind)

/** The same for whoever holds these positions in the store. */
export async function limitsHere({ tx, by }: Pick<Reading, 'tx' | 'by'>): Promise<(positions: readonly string[], kind: LimitKind) => number | null> {
  const set = await data.listLimits(tx, by.storeId)
  return (positions, kind) => limitOfPositions(positions, kind, set)
}

export async function seeLimits({ tx, by }: Reading): Promise<AnswerOf<typeof seeRoute>> {
  const set = await data.listLimits(tx, by.storeId)
  const names = await listPositionNames(tx)
  return {
    rows: names.filter(({ code }) => limitedPositions.includes(code) || set.some(({ position }) => position === code)).flatMap(({ code: position, zh, en }) =>
      limitKinds.map((kind) => ({ position, zh, en, kind, mostFen: limitOf(position, kind, set), version: set.find((limit) => limit.position === position && limit.kind === kind)?.version ?? 0 }))),
  }
}

export type LimitWish = { readonly position: string; readonly kind: LimitKind; readonly mostFen: number | null; readonly version: number; readonly reason: string }

/** `version` is 0 for a figure that is still the preset. */
export async function setLimit(deed: Deed, { version, reason, ...limit }: LimitWish): Promise<{ version: number }> {
  const { tx, by } = deed
  found((await listPositionNames(tx)).find(({ code }) => code === limit.position), 'position')
  const before = await data.lockLimit(tx, by.storeId, limit.position, limit.kind)
  refuseStale(before?.version ?? 0, version)
  refuseIf(limitOf(limit.position, limit.kind, before === null ? [] : [before]) === limit.mostFen ? new Refusal('organisation.nothing-changes') : null)
  refuseIf(await data.writeLimit(tx, by.storeId, limit, version) === 1 ? null : new Refusal('organisation.limit-set-meanwhile'))
  deed.record({ subject: 'position-limit', subjectId: deed.newId(), ...(before === null ? {} : { before: { mostFen: before.mostFen } }), after: limit, reason })
  deed.announce({ event: 'position-limit.changed', subjectId: by.storeId })
  return { version: version + 1 }
}
