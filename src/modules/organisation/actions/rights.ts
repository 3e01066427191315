import { may } from '../../../kernel/actor.ts'
import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { found, invariant, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import * as rights from '../data/rights.ts'
import { refreshSessions } from '../data/sessions.ts'
import { insertRights, listPositionNames } from '../data/staff.ts'
import { whyNotDecide, whyNotGrant } from '../domain/administrators.ts'
import { organisationPermissions } from '../permissions.ts'
import { isAlone, keepingAdministrators } from './guard.ts'

export async function seeRights({ tx, by, now }: Reading, catalogue: readonly PermissionEntry[]) {
  const people = await rights.countByPosition(tx, by.storeId, localDay(now, by.timeZone))
  const positions = (await listPositionNames(tx)).map((position) => ({ ...position, people: people.find((row) => row.position === position.code)?.people ?? 0 }))
  return {
    permissions: catalogue.map(({ permission, zh, en, preset }) => ({ permission, zh, en, preset: [...preset] })), positions,
    held: await rights.listRights(tx, by.storeId),
  }
}

export async function listRightChanges({ tx, by }: Reading) {
  const rows = await rights.listRightChanges(tx, by.storeId, 200)
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return { rows: rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString(), decidedAt: iso(row.decidedAt), notedAt: iso(row.notedAt), own: row.askedBy === by.personId })) }
}

export type RightsWish = { readonly position: string; readonly grants: readonly string[]; readonly revokes: readonly string[]; readonly reason: string }

/** Asked by one, approved by another. Where nobody else could approve, it stands at once and is marked. */
export async function askForRights(deed: Deed, wish: RightsWish, catalogue: readonly PermissionEntry[]): Promise<{ id: string; alone: boolean }> {
  const { tx, by, now } = deed
  const present = new Set(await rights.rightsOfPosition(tx, by.storeId, wish.position))
  const known = new Set(catalogue.map(({ permission }) => permission))
  const grants = wish.grants.filter((permission) => known.has(permission) && !present.has(permission))
  const revokes = wish.revokes.filter((permission) => present.has(permission) && !grants.includes(permission))
  refuseIf(grants.length + revokes.length === 0 ? new Refusal('organisation.nothing-changes') : null)
  refuseIf(whyNotGrant(wish.position, grants))
  const open = await rights.findAsked(tx, by.storeId, wish.position)
  refuseIf(open === null ? null : new Refusal('organisation.asked-already', { name: open.askedByName }))
  const alone = may(by, organisationPermissions.approveRights.permission) && await isAlone(deed, organisationPermissions.approveRights.permission)
  const change = {
    id: deed.newId(), position: wish.position, grants, revokes, reason: wish.reason, state: alone ? 'alone' as const : 'asked' as const, askedBy: by.personId, askedByName: by.name, askedAt: now,
  }
  await rights.insertRightChange(tx, by.storeId, change)
  deed.record({ subject: 'right-change', subjectId: change.id, after: { position: change.position, grants, revokes, ...(alone ? { alone } : {}) }, reason: wish.reason })
  if (alone) await applyChange(deed, change)
  deed.announce({ event: 'right.changed', subjectId: change.id })
  return { id: change.id, alone }
}

export type DecisionWish = { readonly changeId: string; readonly version: number; readonly approve: boolean }

export async function decideRights(deed: Deed, { changeId, version, approve }: DecisionWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const change = await seenChange(deed, changeId, version)
  refuseIf(whyNotDecide({ state: change.state, askedBy: change.askedBy, by: by.personId }))
  const state = approve ? 'approved' : 'refused'
  invariant(await rights.decideRightChange(tx, by.storeId, { id: changeId, state, by: by.personId, byName: by.name, at: now, version }) === 1, 'a locked change of rights changed under us')
  if (approve) await applyChange(deed, change)
  return told(deed, changeId, version, { before: { state: change.state }, after: { state } })
}

/** The change of rights as it was seen, locked until the deed is over. */
async function seenChange({ tx, by }: Deed, changeId: string, version: number): Promise<rights.RightChange> {
  const change = found(await rights.lockRightChange(tx, by.storeId, changeId), 'right change')
  refuseStale(change.version, version)
  return change
}

function told(deed: Deed, changeId: string, version: number, entry: { before?: unknown; after: unknown }): { version: number } {
  deed.record({ subject: 'right-change', subjectId: changeId, ...entry })
  deed.announce({ event: 'right.changed', subjectId: changeId })
  return { version: version + 1 }
}

/** Whoever asked takes the question back. */
export async function withdrawRights(deed: Deed, { changeId, version }: { changeId: string; version: number }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const change = await seenChange(deed, changeId, version)
  refuseIf(change.state === 'asked' ? null : new Refusal('organisation.decided-already'))
  refuseIf(change.askedBy === by.personId ? null : new Refusal('organisation.another-asked'))
  await rights.decideRightChange(tx, by.storeId, { id: changeId, state: 'refused', by: by.personId, byName: by.name, at: now, version })
  return told(deed, changeId, version, { before: { state: 'asked' }, after: { withdrawn: true } })
}

/** The general manager has seen what one person changed alone. */
export async function noteRights(deed: Deed, { changeId, version }: { changeId: string; version: number }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const change = await seenChange(deed, changeId, version)
  if (change.state !== 'alone' || change.notedAt !== null) refuse(new Refusal('organisation.nothing-to-note'))
  await rights.noteRightChange(tx, by.storeId, { id: changeId, byName: by.name, at: now, version })
  return told(deed, changeId, version, { after: { noted: true } })
}

type Applied = Pick<rights.RightChange, 'position' | 'grants' | 'revokes'>

/** In the sessions at work the change counts from the commit on. */
async function applyChange(deed: Deed, { position, grants, revokes }: Applied): Promise<void> {
  const { tx, by, now } = deed
  await keepingAdministrators(deed, async () => {
    const before = await rights.rightsOfPosition(tx, by.storeId, position)
    await rights.deleteRights(tx, by.storeId, position, revokes)
    await insertRights(tx, by.storeId, grants.map((permission) => ({ position, permission })))
    deed.record({ subject: 'rights', subjectId: by.storeId, before: { position, permissions: before }, after: { position, grants, revokes } })
  })
  await refreshSessions(tx, by.storeId, await rights.holdersOf(tx, by.storeId, position), localDay(now, by.timeZone))
  deed.announce({ event: 'session.changed', subjectId: by.storeId })
}
