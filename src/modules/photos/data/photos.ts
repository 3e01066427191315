import { sql, type Tx } from '../../../platform/database.ts'
import type { Occasion, Subject } from '../domain/photo.ts'

export type PhotoData = {
  id: string; subject: Subject; subjectId: string; occasion: Occasion; detail: string; sha256: string; bytes: number; width: number; height: number
  takenAt: Date; receivedAt: Date; personId: string; personName: string; removedAt: Date | null; removedByName: string | null; removedReason: string | null; version: number
}

const columns = sql`id, subject, subject_id, occasion, detail, sha256, bytes, width, height, taken_at, received_at, person_id, person_name, removed_at, removed_by_name, removed_reason, version`

export const photosOf = (tx: Tx, storeId: string, subject: Subject, subjectId: string) => tx.all<PhotoData>`
  select ${columns} from photos.photo where store_id = ${storeId} and subject = ${subject} and subject_id = ${subjectId} order by id`

export const countPhotos = async (tx: Tx, storeId: string, subject: Subject, subjectId: string): Promise<number> => (await tx.one<{ count: number }>`
  select count(*) from photos.photo where store_id = ${storeId} and subject = ${subject} and subject_id = ${subjectId}`).count

/** Of these, what has a photo, or had one. */
export const photographed = async (tx: Tx, storeId: string, subject: Subject, subjectIds: readonly string[]): Promise<Set<string>> => new Set((await tx.all<{ subjectId: string }>`
  select distinct subject_id from photos.photo where store_id = ${storeId} and subject = ${subject} and subject_id = any(${subjectIds}::uuid[])`).map(({ subjectId }) => subjectId))

export const findPhoto = (tx: Tx, storeId: string, photoId: string) => tx.maybe<PhotoData>`
  select ${columns} from photos.photo where store_id = ${storeId} and id = ${photoId}`

/** Locked until the deed ends: of two who take it away at once, one does. */
export const lockPhoto = (tx: Tx, storeId: string, photoId: string) => tx.maybe<PhotoData>`
  select ${columns} from photos.photo where store_id = ${storeId} and id = ${photoId} for update`

export type NewPhoto = Omit<PhotoData, 'removedAt' | 'removedByName' | 'removedReason' | 'version'>

export const insertPhoto = (tx: Tx, storeId: string, p: NewPhoto) => tx.run`
  insert into photos.photo (store_id, id, subject, subject_id, occasion, detail, sha256, bytes, width, height, taken_at, received_at, person_id, person_name)
  values (${storeId}, ${p.id}, ${p.subject}, ${p.subjectId}, ${p.occasion}, ${p.detail}, ${p.sha256}, ${p.bytes}, ${p.width}, ${p.height}, ${p.takenAt}, ${p.receivedAt}, ${p.personId}, ${p.personName})`

export const markRemoved = (tx: Tx, storeId: string, photoId: string, removed: { at: Date; byName: string; reason: string }) => tx.run`
  update photos.photo set removed_at = ${removed.at}, removed_by_name = ${removed.byName}, removed_reason = ${removed.reason}, version = version + 1
  where store_id = ${storeId} and id = ${photoId}`

/** Hash by hash, for whoever compares the files with their records. */
export const hashesAfter = (tx: Tx, storeId: string, after: string, limit: number) => tx.all<{ id: string; sha256: string }>`
  select id, sha256 from (select id, sha256 from photos.photo where store_id = ${storeId} and id > ${after} and erased_at is null
    union all select id, sha256 from photos.recording where store_id = ${storeId} and id > ${after} and erased_at is null) kept order by id limit ${limit}`
