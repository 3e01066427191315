import { examplesOf, from, now } from '../../platform/example.ts'
import * as contract from './contract.ts'

const subject = { subject: 'repair-order', subjectId: from('POST /repair-orders', '$.id', { body: { plate: '沪A·D90080' } }) } as const

export const photoExamples = examplesOf(contract, {
  listPhotos: { query: subject },
  takePhoto: { query: { ...subject, occasion: 'walk-around', takenAt: now() }, file: { encoding: 'base64', content: '/9j/wAALCAAMABABAREA/9oACAEBAAA/ABI0/9k=' } },
  showPhoto: { params: { photoId: from('POST /photos', '$.id') } },
  removePhoto: { params: { photoId: from('POST /photos', '$.id', { query: { detail: '拍错了' } }) }, body: { version: 1, reason: '拍错了车' } },
  listRecordings: { query: subject },
  keepRecording: { query: { ...subject, seconds: 12, recordedAt: now() }, file: { encoding: 'base64', content: 'GkXfo0KCIHdlYm0gQV9PUFVTT3B1c0hlYWQ=' } },
  playRecording: { params: { recordingId: from('POST /recordings', '$.id') } },
})
