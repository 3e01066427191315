import { may, type Actor } from '../../../kernel/actor.ts'
import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { found, Refusal, RefusedError, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { keptActor } from '../../../platform/long-work.ts'
import { kindRights } from '../contract.ts'
import * as data from '../data/imports.ts'
import type { ImportKind } from '../domain/kinds.ts'

const pieceBytes = 1_048_576

export function refuseKind(by: Actor, needs: PermissionEntry): void {
  if (!may(by, needs.permission)) throw new RefusedError(new Refusal('exchange.no-right-for-kind', { right: needs.zh }), 403)
}

export type FileWish = { readonly kind: ImportKind; readonly fileName: string; readonly bytes: Uint8Array; readonly sha256: string }

/** The file is kept and read after the commit; nothing of it is written before somebody says so. */
export async function receiveFile(deed: Deed, { kind, fileName, bytes, sha256 }: FileWish): Promise<{ id: string; version: number }> {
  const { tx, by, now } = deed
  refuseKind(by, kindRights.import[kind])
  refuseIf(bytes.length === 0 ? new Refusal('exchange.file-empty') : null)
  const id = deed.newId()
  await data.insertImport(tx, by.storeId, { id, kind, fileName, fileBytes: bytes.length, sha256, at: now, actor: keptActor(by) })
  for (let place = 0; place * pieceBytes < bytes.length; place += 1) {
    await data.insertPiece(tx, by.storeId, id, place, Buffer.from(bytes.subarray(place * pieceBytes, (place + 1) * pieceBytes)))
  }
  deed.record({ subject: 'import', subjectId: id, after: { kind, fileName, bytes: bytes.length, sha256 } })
  deed.announce({ event: 'import.received', subjectId: id })
  return { id, version: 1 }
}

type Wish = { readonly importId: string; readonly version: number }

/** From here on the rows are written in the name of whoever asked; also what broke off goes on where it stood. */
export async function runImport(deed: Deed, { importId, version }: Wish): Promise<{ version: number }> {
  const { tx, by } = deed
  const job = found(await data.lockImport(tx, by.storeId, importId), 'import')
  refuseKind(by, kindRights.import[job.kind])
  refuseStale(job.version, version)
  refuseIf(job.state === 'ready' || job.state === 'broken-off' ? null : new Refusal('exchange.not-to-run'))
  await data.setActor(tx, by.storeId, importId, keptActor(by))
  await data.setState(tx, by.storeId, importId, { state: 'running' })
  deed.record({ subject: 'import', subjectId: importId, before: { state: job.state }, after: { state: 'running' } })
  deed.announce({ event: 'import.started', subjectId: importId })
  return { version: version + 1 }
}

export async function discardImport(deed: Deed, { importId, version }: Wish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const job = found(await data.lockImport(tx, by.storeId, importId), 'import')
  refuseStale(job.version, version)
  refuseIf(['ready', 'refused', 'broken-off'].includes(job.state) ? null : new Refusal('exchange.not-to-discard'))
  await data.setState(tx, by.storeId, importId, { state: 'discarded', endedAt: now })
  await data.deleteFile(tx, by.storeId, importId)
  deed.record({ subject: 'import', subjectId: importId, before: { state: job.state }, after: { state: 'discarded' } })
  deed.announce({ event: 'import.discarded', subjectId: importId })
  return { version: version + 1 }
}
