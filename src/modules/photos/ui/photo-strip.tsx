import { useEffect, useMemo, useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useOutbox, type Parcel } from '../../../platform/web/outbox.ts'
import { useMay } from '../../../platform/web/session.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { listPhotos, type PhotoRow } from '../contract.ts'
import type { Occasion, Subject } from '../domain/photo.ts'
import { photoPermissions } from '../permissions.ts'
import { pictureOf } from './picture-of.ts'
import { PhotoViewer } from './photo-viewer.tsx'
import { TakePhoto } from './take-photo.tsx'
import { photoTexts } from './texts.ts'
import { aboutOf, useKeepPhotos } from './use-keep-photos.ts'
import './photos.css'

export type PhotoStripProps = {
  subject: Subject
  subjectId: string
  /** With an occasion only its photos are shown, and new ones may be taken; without one it shows all. */
  occasion?: Occasion | undefined
  /** Narrower still: one panel, one finding. */
  detail?: string | undefined
  /** Whether the record still takes photos. */
  open: boolean
  size?: 'phone' | 'desk' | undefined
  /** A photo was taken: what was refused for want of one may be tried again. */
  onTaken?: (() => void) | undefined
}

/** Thumbnails in a row, those that wait for the network among them; a touch shows one large. */
export function PhotoStrip({ subject, subjectId, occasion, detail, open, size, onTaken }: PhotoStripProps) {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  const sentence = useSentence()
  const may = useMay()
  const keep = useKeepPhotos()
  const [shown, setShown] = useState<string | null>(null)
  const photos = useReading(listPhotos, { query: { subject, subjectId } }, { enabled: may(photoPermissions.see) })
  const rows = (photos.data?.rows ?? []).filter((row) => (occasion === undefined || row.occasion === occasion) && (detail === undefined || row.detail === detail))
  const there = rows.filter(({ removedAt }) => removedAt === null)
  const about = occasion === undefined ? `photo ${subjectId}` : aboutOf({ subjectId, occasion, detail: detail ?? '' })
  const waiting = useOutbox().filter((parcel) => parcel.about.startsWith(about))
  const mayTake = open && occasion !== undefined && may(photoPermissions.take)
  if (!may(photoPermissions.see) || (!mayTake && rows.length === 0 && waiting.length === 0)) return null
  return (
    <div className="photo-strip">
      {photos.isError && waiting.length === 0 && photos.data === undefined ? <LoadError state={{ error: sentence(photos.error), onRetry: () => { void photos.refetch() } }} /> : null}
      {there.length + waiting.length === 0 ? null : (
        <ul className="photo-row" data-scrolls>
          {there.map((row) => <li key={row.id}><Thumbnail row={row} onOpen={() => setShown(row.id)} /></li>)}
          {waiting.map((parcel) => <li key={parcel.id}><WaitingPhoto parcel={parcel} /></li>)}
        </ul>
      )}
      {rows.length === there.length ? null : <p className="k-quiet-text">{t('photos.removed-by', { count: rows.length - there.length })}</p>}
      {mayTake ? <TakePhoto size={size} onTaken={(pictures) => {
        if (pictures.length > 0) onTaken?.()
        void keep({ subject, subjectId, occasion, ...(detail === undefined ? {} : { detail }) }, pictures)
      }} /> : null}
      {shown === null ? null : <PhotoViewer rows={there} shown={shown} onShow={setShown} onClose={() => setShown(null)} />}
    </div>
  )
}

function Thumbnail({ row, onOpen }: { row: PhotoRow; onOpen: () => void }) {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  const moments = useMoments()
  const title = t('photos.title', { occasion: t(`photos.occasion.${row.occasion}`), person: row.personName, time: moments.full(row.takenAt) })
  return <button type="button" className="photo-thumbnail" onClick={onOpen}><img src={pictureOf(row)} alt={t('photos.open', { title })} loading="lazy" /></button>
}

/** Shown from the device itself, until the server has it. */
function WaitingPhoto({ parcel }: { parcel: Parcel }) {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  const { content } = parcel
  const address = useMemo(() => (typeof content === 'string' ? '' : URL.createObjectURL(content)), [content])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return <span className="photo-thumbnail photo-waits"><img src={address} alt={parcel.title} /><span className="photo-note">{t('photos.waits')}</span></span>
}
