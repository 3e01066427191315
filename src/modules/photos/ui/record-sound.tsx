import { Mic, Square } from 'lucide-react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useNow } from '../../../platform/web/use-now.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { longestSeconds } from '../domain/sound.ts'
import { photoTexts } from './texts.ts'
import { useRecorder, type Sound } from './use-recorder.ts'

/** One touch begins, the next one ends; after a minute it ends by itself. */
export function RecordSound({ onSound }: { onSound: (sound: Sound) => void }) {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  const { since, trouble, start, stop } = useRecorder(onSound)
  return (
    <>
      {since === null ? <Button icon={Mic} onPress={start}>{t('photos.record')}</Button> : <Button kind="danger" icon={Square} onPress={stop}><Running since={since} /></Button>}
      {trouble === null ? null : <Notice tone="warn">{t(`photos.${trouble}`)}</Notice>}
    </>
  )
}

function Running({ since }: { since: number }) {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  return <>{t('photos.stop-recording', { seconds: Math.max(0, Math.floor((useNow(1) - since) / 1_000)), most: longestSeconds })}</>
}
