import { createHash } from 'node:crypto'
import { found, refuse, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import type { PhotoRow } from '../contract.ts'
import * as data from '../data/photos.ts'
import { readJpeg } from '../domain/jpeg.ts'
import { takenMoment, whyNotRemove, whyNotTake, type Occasion, type Subject } from '../domain/photo.ts'

/** Whether a record is there and still takes photos; a later module answers for its own kind. */
export type PhotoSubject = (tx: Tx, storeId: string, subjectId: string) => Promise<'open' | 'closed' | null>

const known = new Map<Subject, PhotoSubject>()
export const registerPhotoSubject = (subject: Subject, state: PhotoSubject): void => { known.set(subject, state) }

export async function stateOf(tx: Tx, storeId: string, subject: Subject, subjectId: string): Promise<'open' | 'closed'> {
  return found(await known.get(subject)?.(tx, storeId, subjectId), 'record')
}

export type PhotoWish = { readonly subject: Subject; readonly subjectId: string; readonly occasion: Occasion; readonly detail: string; readonly takenAt: string; readonly bytes: Uint8Array }

/** The picture is rebuilt before it is kept; its file is on the disk before the record commits. */
export async function takePhoto(deed: Deed, files: KeptFiles, { subject, subjectId, occasion, detail, takenAt, bytes }: PhotoWish): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const state = await stateOf(tx, by.storeId, subject, subjectId)
  const picture = readJpeg(bytes) ?? refuse(new Refusal('photos.not-a-picture'))
  const { width, height, clean } = picture
  refuseIf(whyNotTake({ subject: state, count: await data.countPhotos(tx, by.storeId, subject, subjectId), width, height }))
  const photo = {
    id: deed.newId(), subject, subjectId, occasion, detail, sha256: createHash('sha256').update(clean).digest('hex'), bytes: clean.length, width, height,
    takenAt: takenMoment(new Date(takenAt), now), receivedAt: now, personId: by.personId, personName: by.name,
  }
  await files.keep(by.storeId, photo.sha256, clean)
  await data.insertPhoto(tx, by.storeId, photo)
  deed.record({ subject: 'photo', subjectId: photo.id, after: { subject, subjectId, occasion, detail, sha256: photo.sha256, takenAt: photo.takenAt } })
  deed.announce({ event: 'photo.taken', subjectId: photo.id })
  return { id: photo.id }
}

export async function listPhotos({ tx, by }: Reading, { subject, subjectId }: { subject: Subject; subjectId: string }): Promise<{ rows: PhotoRow[] }> {
  await stateOf(tx, by.storeId, subject, subjectId)
  const rows = await data.photosOf(tx, by.storeId, subject, subjectId)
  return { rows: rows.map(({ id, occasion, detail, takenAt, personName, width, height, removedAt, removedByName, removedReason, version }) => ({
    id, occasion, detail, takenAt: takenAt.toISOString(), personName, width, height, removedAt: removedAt?.toISOString() ?? null, removedByName, removedReason, version,
  })) }
}

/** The picture itself, for other modules' own pages; null when it was taken away. */
export async function pictureOfPhoto(tx: Tx, files: KeptFiles, storeId: string, photoId: string): Promise<Uint8Array | null> {
  const photo = await data.findPhoto(tx, storeId, photoId)
  return photo === null || photo.removedAt !== null ? null : files.read(storeId, photo.sha256)
}

/** One that was taken away is not shown any more. */
export async function showPhoto({ tx, by }: Reading, files: KeptFiles, photoId: string): Promise<OutgoingFile> {
  return { name: `${photoId}.jpg`, type: 'image/jpeg', bytes: found(await pictureOfPhoto(tx, files, by.storeId, photoId), 'photo'), shown: true }
}

export async function removePhoto(deed: Deed, { photoId, version, reason }: { photoId: string; version: number; reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const photo = found(await data.lockPhoto(tx, by.storeId, photoId), 'photo')
  refuseStale(photo.version, version)
  refuseIf(whyNotRemove(photo))
  await data.markRemoved(tx, by.storeId, photoId, { at: now, byName: by.name, reason })
  deed.record({ subject: 'photo', subjectId: photoId, after: { removed: true }, reason })
  deed.announce({ event: 'photo.removed', subjectId: photoId })
  return { version: version + 1 }
}
