import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { Plate, StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { normalPlate, showPlate } from '../../vehicles/domain/plate.ts'
import { listKeys, moveKey, seeKey, type KeyView } from '../contract.ts'
import { keyPlaces, needsNote, whyNotMoveKey, type KeyPlace } from '../domain/keys.ts'
import { workshopPermissions } from '../permissions.ts'
import { workshopTexts } from './texts.ts'

const toneOfPlace: Readonly<Record<KeyPlace, Tone>> = { reception: 'info', workshop: 'active', technician: 'warn', parking: 'neutral', customer: 'done' }

/** Which key hangs where: by the number of its tag. */
export function KeysTab() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const sentence = useSentence()
  const keys = useReading(listKeys, {})
  const [find, setFind] = useState('')
  const [opened, setOpened] = useState<string | null>(null)
  if (keys.isError) return <LoadError state={{ error: sentence(keys.error), onRetry: () => { void keys.refetch() } }} />
  if (keys.data === undefined) return <Skeleton kind="list" lines={8} />
  const wanted = normalPlate(find)
  const rows = keys.data.rows.filter(({ plate, keyTag }) => wanted === '' || plate.includes(wanted) || keyTag.toUpperCase() === wanted).toSorted((a, b) => a.keyTag.localeCompare(b.keyTag, undefined, { numeric: true }))
  const shown = keys.data.rows.find(({ orderId }) => orderId === opened)
  return (
    <div className="bays">
      <TextField label={t('workshop.key-find')} name="find" type="search" value={find} onChange={setFind} maxLength={20} />
      {rows.length === 0 ? <EmptyState>{t('workshop.keys-none')}</EmptyState> : null}
      <ul className="key-list">
        {rows.map((key) => (
          <li key={key.orderId}>
            <button type="button" className="k-panel key-card" onClick={() => setOpened(key.orderId)}>
              <span className="key-tag">{key.keyTag === '' ? '–' : key.keyTag}</span>
              <span className="key-words">
                <Plate text={showPlate(key.plate)} />
                <span className="k-cut k-quiet-text">{key.note === '' ? key.modelName : key.note}</span>
              </span>
              <StatusTag tone={toneOfPlace[key.place]} text={t(`workshop.key-place.${key.place}`)} />
            </button>
          </li>
        ))}
      </ul>
      {shown === undefined ? null : <KeyDialog key={shown.moves} known={shown} onClose={() => setOpened(null)} />}
    </div>
  )
}

function KeyDialog({ known, onClose }: { known: KeyView; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const moments = useMoments()
  const toast = useToast()
  const may = useMay()(workshopPermissions.moveKey)
  const [place, setPlace] = useState<KeyPlace>(known.place)
  const [note, setNote] = useState('')
  const history = useReading(seeKey, { params: { orderId: known.orderId } })
  const deed = useDeed(moveKey, () => { onClose(); toast({ text: t('workshop.key-moved', { tag: known.keyTag, place: t(`workshop.key-place.${place}`) }) }) })
  const whyNot = t.refusal(whyNotMoveKey({ status: known.status, last: known.moves === 0 ? null : known.place, lastNote: known.note, place, note: note.trim() }))
  return (
    <Dialog title={t('workshop.key-of', { tag: known.keyTag, plate: showPlate(known.plate) })} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { orderId: known.orderId }, body: { moves: known.moves, place, note } }) }}
      footer={may ? <Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('workshop.key-move')}</Button> : undefined}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {may ? (
          <>
            <ChoiceField label={t('workshop.key-place')} value={place} onChange={setPlace} choices={keyPlaces.map((value) => ({ value, text: t(`workshop.key-place.${value}`) }))} />
            <TextField label={place === 'technician' ? t('workshop.key-note-technician') : place === 'parking' ? t('workshop.key-note-parking') : t('workshop.key-note')} name="note" value={note} onChange={setNote} maxLength={100} required={needsNote(place)} />
          </>
        ) : null}
        {(history.data?.rows ?? []).length === 0 ? <p className="k-quiet-text">{t('workshop.key-never-moved')}</p> : null}
        <ul>
          {(history.data?.rows ?? []).map((move) => <li key={move.id}>{moments.full(move.at)} · {t(`workshop.key-place.${move.place}`)}{move.note === '' ? '' : ` ${move.note}`} <span className="k-quiet-text">{move.personName}</span></li>)}
        </ul>
      </div>
    </Dialog>
  )
}
