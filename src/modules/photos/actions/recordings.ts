import { createHash } from 'node:crypto'
import { found, refuse, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import type { RecordingRow } from '../contract.ts'
import * as data from '../data/recordings.ts'
import { takenMoment, type Subject } from '../domain/photo.ts'
import { soundTypeOf, whyNotKeep } from '../domain/sound.ts'
import { stateOf } from './photos.ts'

export type RecordingWish = { readonly subject: Subject; readonly subjectId: string; readonly detail: string; readonly seconds: number; readonly recordedAt: string; readonly bytes: Uint8Array }

/** Of the kind that its content says; its file is on the disk before the record commits. */
export async function keepRecording(deed: Deed, files: KeptFiles, { subject, subjectId, detail, seconds, recordedAt, bytes }: RecordingWish): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const state = await stateOf(tx, by.storeId, subject, subjectId)
  const type = soundTypeOf(bytes) ?? refuse(new Refusal('photos.not-a-recording'))
  refuseIf(whyNotKeep({ subject: state, count: await data.countRecordings(tx, by.storeId, subject, subjectId) }))
  const recording = {
    id: deed.newId(), subject, subjectId, detail, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, type, seconds,
    recordedAt: takenMoment(new Date(recordedAt), now), receivedAt: now, personId: by.personId, personName: by.name,
  }
  await files.keep(by.storeId, recording.sha256, bytes)
  await data.insertRecording(tx, by.storeId, recording)
  deed.record({ subject: 'recording', subjectId: recording.id, after: { subject, subjectId, detail, sha256: recording.sha256, seconds } })
  deed.announce({ event: 'recording.kept', subjectId: recording.id })
  return { id: recording.id }
}

export async function listRecordings({ tx, by }: Reading, { subject, subjectId }: { subject: Subject; subjectId: string }): Promise<{ rows: RecordingRow[] }> {
  await stateOf(tx, by.storeId, subject, subjectId)
  const rows = await data.recordingsOf(tx, by.storeId, subject, subjectId)
  return { rows: rows.map(({ id, detail, seconds, recordedAt, personName }) => ({ id, detail, seconds, recordedAt: recordedAt.toISOString(), personName })) }
}

export async function playRecording({ tx, by }: Reading, files: KeptFiles, recordingId: string): Promise<OutgoingFile> {
  const { sha256, type } = found(await data.findRecording(tx, by.storeId, recordingId), 'recording')
  return { name: `${recordingId}.${type === 'audio/webm' ? 'webm' : 'm4a'}`, type, bytes: found(await files.read(by.storeId, sha256), 'recording') }
}
