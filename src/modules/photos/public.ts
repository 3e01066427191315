/** What other modules' server code may call. Announces: photo.taken, photo.removed. */
export { checkPhotoFiles } from './actions/check-files.ts'
export { pictureOfPhoto, registerPhotoSubject, takePhoto, type PhotoSubject } from './actions/photos.ts'
export { photosPersonal } from './data/personal.ts'
export { countPhotos as countPhotosOf, photographed as photographedSubjects, photosOf as photosOfSubject, type PhotoData } from './data/photos.ts'
