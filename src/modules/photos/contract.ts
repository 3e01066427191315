import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { done, file, filledText, id, languageShape, moment, text, version } from '../../platform/shapes.ts'
import { mostPhotoBytes, occasions, subjects } from './domain/photo.ts'
import { longestSeconds, mostSoundBytes } from './domain/sound.ts'
import { photoPermissions } from './permissions.ts'

export const photoRow = z.object({
  id, occasion: z.enum(occasions), detail: z.string(), takenAt: moment, personName: z.string(), width: z.number().int(), height: z.number().int(),
  removedAt: moment.nullable(), removedByName: z.string().nullable(), removedReason: z.string().nullable(), version,
})
export type PhotoRow = z.output<typeof photoRow>

const subject = { subject: z.enum(subjects), subjectId: id }

export const listPhotos = route({
  does: 'List the photos of a record, oldest first', method: 'GET', path: '/photos', needs: photoPermissions.see, query: z.strictObject(subject), gives: z.object({ rows: z.array(photoRow) }),
})
export const takePhoto = route({
  does: 'Keep a photo with a record', method: 'POST', path: '/photos', needs: photoPermissions.take,
  query: z.strictObject({ ...subject, occasion: z.enum(occasions), detail: text(60).default(''), takenAt: moment }), upload: { mostBytes: mostPhotoBytes }, gives: z.object({ id }),
  refuses: ['photos.not-a-picture', 'photos.picture-too-large', 'photos.too-many', 'photos.subject-closed', 'platform.not-an-upload'],
})
export const showPhoto = route({
  does: 'Show a photo', method: 'GET', path: '/photos/:photoId/picture', needs: photoPermissions.see, params: z.strictObject({ photoId: id }), gives: file,
})
export const removePhoto = route({
  does: 'Take a photo away from the screens, with the reason', method: 'POST', path: '/photos/:photoId/remove', needs: photoPermissions.remove, params: z.strictObject({ photoId: id }),
  body: z.strictObject({ version, reason: filledText(300) }), gives: done, refuses: ['photos.already-removed'],
})

const recordingRow = z.object({ id, detail: z.string(), seconds: z.number().int(), recordedAt: moment, personName: z.string() })
export type RecordingRow = z.output<typeof recordingRow>

export const listRecordings = route({
  does: 'List what was told about a record by voice, oldest first', method: 'GET', path: '/recordings', needs: photoPermissions.see, query: z.strictObject(subject), gives: z.object({ rows: z.array(recordingRow) }),
})
export const keepRecording = route({
  does: 'Keep a voice note with a record, a minute at most', method: 'POST', path: '/recordings', needs: photoPermissions.take,
  query: z.strictObject({ ...subject, detail: text(60).default(''), seconds: z.coerce.number().int().min(1).max(longestSeconds), recordedAt: moment }), upload: { mostBytes: mostSoundBytes }, gives: z.object({ id }),
  refuses: ['photos.not-a-recording', 'photos.too-many-recordings', 'photos.subject-closed', 'platform.not-an-upload'],
})
export const playRecording = route({
  does: 'Play a voice note', method: 'GET', path: '/recordings/:recordingId/sound', needs: photoPermissions.see, params: z.strictObject({ recordingId: id }), query: z.strictObject({ language: languageShape.default('zh-CN') }), gives: file,
})
