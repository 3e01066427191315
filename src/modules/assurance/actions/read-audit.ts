import { firstIdAt } from '../../../kernel/ids.ts'
import { found } from '../../../kernel/refusal.ts'
import { fromWallTime } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import { latestCheckRuns } from '../../../platform/check-runs.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { AuditEntry, listAudit as listRoute, seeAudit as seeRoute, seeChecks as checksRoute } from '../contract.ts'
import * as data from '../data/audit.ts'
import { changesOf } from '../domain/changes.ts'
import { nameOfDeed } from '../domain/deed-names.ts'

const dayLong = 86_400_000

const entryOf = ({ before, after, at, ...entry }: data.EntryData): AuditEntry =>
  ({ ...entry, at: at.toISOString(), deed: nameOfDeed(entry.operation), changes: changesOf(before, after).length })

/** Days are the store's own; `to` is the last day that counts. */
export async function listAudit({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const beginning = (day: string): Date => fromWallTime(`${day}T00:00`, by.timeZone) ?? new Date(`${day}T00:00:00Z`)
  const entries = await data.listEntries(tx, by.storeId, {
    fromId: query.from === undefined ? null : firstIdAt(beginning(query.from)), untilId: query.to === undefined ? null : firstIdAt(new Date(beginning(query.to).getTime() + dayLong)),
    personId: query.personId ?? null, subjectId: query.subjectId ?? null, result: query.result ?? null, after: query.after ?? null, limit: query.limit + 1,
  })
  const rows = entries.slice(0, query.limit).map(entryOf)
  return { rows, next: entries.length > query.limit ? (rows.at(-1)?.id ?? null) : null }
}

export async function seeAudit({ tx, by }: Reading, entryId: string): Promise<AnswerOf<typeof seeRoute>> {
  const entry = found(await data.findEntry(tx, by.storeId, entryId), 'audit entry')
  return { ...entryOf(entry), before: entry.before, after: entry.after }
}

export async function seeChecks({ tx, by }: Reading): Promise<AnswerOf<typeof checksRoute>> {
  const { headAt, ...sealed } = await data.sealedSoFar(tx, by.storeId)
  const checks = (await latestCheckRuns(tx)).map(({ id: _, beganAt, endedAt, ...check }) => ({ ...check, endedAt: endedAt.toISOString(), seconds: (endedAt.getTime() - beganAt.getTime()) / 1_000 }))
  return { checks, sealed: { ...sealed, headAt: headAt?.toISOString() ?? null } }
}
