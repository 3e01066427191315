/** What other modules' screens may show. */
export { PhotoStrip } from './photo-strip.tsx'
export { useKeepPhotos } from './use-keep-photos.ts'
export { TakePhoto } from './take-photo.tsx'
