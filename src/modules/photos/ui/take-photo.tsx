import { Camera } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { shrink } from './shrink.ts'
import { photoTexts } from './texts.ts'

export type TakePhotoProps = { onTaken: (pictures: readonly Blob[]) => void; size?: 'phone' | 'desk' | undefined }

/** On a phone the camera opens, at a desk the file dialog. What comes out is shrunk already; that one was none stands there until the next. */
export function TakePhoto({ onTaken, size }: TakePhotoProps) {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [unreadable, setUnreadable] = useState(false)
  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    const pictures = await Promise.all(files.map(shrink))
    setBusy(false)
    setUnreadable(pictures.includes(null))
    onTaken(pictures.filter((picture) => picture !== null))
    if (field.current !== null) field.current.value = ''
  }
  return (
    <>
      <input ref={field} className="photo-field" type="file" accept="image/*" capture="environment" multiple tabIndex={-1} aria-hidden
        onChange={(event) => { void take([...event.target.files ?? []]) }} />
      <Button icon={Camera} busy={busy} {...(size === undefined ? {} : { size })} onPress={() => field.current?.click()}>{t('photos.take')}</Button>
      {unreadable ? <Notice tone="danger">{t('photos.unreadable')}</Notice> : null}
    </>
  )
}
