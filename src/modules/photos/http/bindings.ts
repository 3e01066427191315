import { bindDeed, bindFile, bindReading, bindUpload, type Binding } from '../../../platform/http/binding.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import * as photos from '../actions/photos.ts'
import * as recordings from '../actions/recordings.ts'
import * as contract from '../contract.ts'

export const photoBindings = (files: KeptFiles): readonly Binding[] => [
  bindReading(contract.listPhotos, (reading, { query }) => photos.listPhotos(reading, query)),
  bindUpload(contract.takePhoto, (deed, { query }, { bytes }) => photos.takePhoto(deed, files, { ...query, bytes })),
  bindFile(contract.showPhoto, (reading, { params }) => photos.showPhoto(reading, files, params.photoId)),
  bindDeed(contract.removePhoto, (deed, { params, body }) => photos.removePhoto(deed, { ...params, ...body })),
  bindReading(contract.listRecordings, (reading, { query }) => recordings.listRecordings(reading, query)),
  bindUpload(contract.keepRecording, (deed, { query }, { bytes }) => recordings.keepRecording(deed, files, { ...query, bytes })),
  bindFile(contract.playRecording, (reading, { params }) => recordings.playRecording(reading, files, params.recordingId)),
]
