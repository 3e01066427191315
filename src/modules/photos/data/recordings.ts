import type { Tx } from '../../../platform/database.ts'
import type { Subject } from '../domain/photo.ts'
import type { SoundType } from '../domain/sound.ts'

export type RecordingData = {
  id: string; subject: Subject; subjectId: string; detail: string; sha256: string; bytes: number; type: SoundType; seconds: number; recordedAt: Date; receivedAt: Date; personId: string; personName: string
}

export const recordingsOf = (tx: Tx, storeId: string, subject: Subject, subjectId: string) => tx.all<RecordingData>`
  select id, subject, subject_id, detail, sha256, bytes, type, seconds, recorded_at, received_at, person_id, person_name from photos.recording
  where store_id = ${storeId} and subject = ${subject} and subject_id = ${subjectId} and erased_at is null order by id limit 100`

export const findRecording = (tx: Tx, storeId: string, recordingId: string) => tx.maybe<Pick<RecordingData, 'sha256' | 'type'>>`
  select sha256, type from photos.recording where store_id = ${storeId} and id = ${recordingId} and erased_at is null`

export const countRecordings = async (tx: Tx, storeId: string, subject: Subject, subjectId: string): Promise<number> => (await tx.one<{ count: number }>`
  select count(*) from photos.recording where store_id = ${storeId} and subject = ${subject} and subject_id = ${subjectId}`).count

export const insertRecording = (tx: Tx, storeId: string, r: RecordingData) => tx.run`
  insert into photos.recording (store_id, id, subject, subject_id, detail, sha256, bytes, type, seconds, recorded_at, received_at, person_id, person_name)
  values (${storeId}, ${r.id}, ${r.subject}, ${r.subjectId}, ${r.detail}, ${r.sha256}, ${r.bytes}, ${r.type}, ${r.seconds}, ${r.recordedAt}, ${r.receivedAt}, ${r.personId}, ${r.personName})`
