import { useTexts } from '../../../platform/web/language.tsx'
import { addressOf } from '../../../platform/web/api.ts'
import { putInOutbox } from '../../../platform/web/outbox.ts'
import { takePhoto } from '../contract.ts'
import type { Occasion, Subject } from '../domain/photo.ts'
import { photoTexts } from './texts.ts'

export type PhotoPlace = { readonly subject: Subject; readonly subjectId: string; readonly occasion: Occasion; readonly detail?: string }

/** Photos always leave through the outbox: with a network at once, without one when it is back. */
export function useKeepPhotos(): (place: PhotoPlace, pictures: readonly Blob[]) => Promise<void> {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  return async ({ subject, subjectId, occasion, detail = '' }, pictures) => {
    for (const content of pictures) {
      const address = addressOf(takePhoto.path, { query: { subject, subjectId, occasion, detail, takenAt: new Date().toISOString() } })
      const title = t('photos.waiting-title', { occasion: t(`photos.occasion.${occasion}`) })
      await putInOutbox({ id: crypto.randomUUID(), title, address, content, about: aboutOf({ subjectId, occasion, detail }), topic: 'photos' })
    }
  }
}

/** Which strip shows it while it waits. */
export const aboutOf = ({ subjectId, occasion, detail = '' }: Pick<PhotoPlace, 'subjectId' | 'occasion' | 'detail'>): string => `photo ${subjectId} ${occasion} ${detail}`
