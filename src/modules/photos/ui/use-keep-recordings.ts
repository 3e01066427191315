import { addressOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { putInOutbox } from '../../../platform/web/outbox.ts'
import { keepRecording } from '../contract.ts'
import type { Subject } from '../domain/photo.ts'
import { photoTexts } from './texts.ts'
import type { Sound } from './use-recorder.ts'

export type RecordingPlace = { readonly subject: Subject; readonly subjectId: string; readonly detail: string }

/** Recordings leave through the outbox as photos do: with a network at once, without one when it is back. */
export function useKeepRecordings(): (place: RecordingPlace, sounds: readonly Sound[]) => Promise<void> {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  return async (place, sounds) => {
    for (const { content, seconds } of sounds) {
      const address = addressOf(keepRecording.path, { query: { ...place, seconds, recordedAt: new Date().toISOString() } })
      await putInOutbox({ id: crypto.randomUUID(), title: t('photos.recording-waits', { seconds }), address, content, about: aboutRecording(place), topic: 'recordings' })
    }
  }
}

export const aboutRecording = ({ subjectId, detail }: Pick<RecordingPlace, 'subjectId' | 'detail'>): string => `recording ${subjectId} ${detail}`
