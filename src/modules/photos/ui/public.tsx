/** What other modules' screens may show. */
export { PhotoStrip } from './photo-strip.tsx'
export { useKeepPhotos } from './use-keep-photos.ts'
export { RecordSound } from './record-sound.tsx'
export { RecordingList } from './recording-list.tsx'
export { useKeepRecordings } from './use-keep-recordings.ts'
export type { Sound } from './use-recorder.ts'
export { TakePhoto } from './take-photo.tsx'
export { usePhotoDetails } from './use-photo-details.ts'
