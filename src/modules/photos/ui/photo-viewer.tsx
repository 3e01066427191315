import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { removePhoto, type PhotoRow } from '../contract.ts'
import { photoPermissions } from '../permissions.ts'
import { pictureOf } from './picture-of.ts'
import { photoTexts } from './texts.ts'

export type PhotoViewerProps = { rows: readonly PhotoRow[]; shown: string; onShow: (id: string) => void; onClose: () => void }

/** One photo large, with who and when; arrows lead to its neighbours. */
export function PhotoViewer({ rows, shown, onShow, onClose }: PhotoViewerProps) {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  const moments = useMoments()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const at = rows.findIndex(({ id }) => id === shown)
  const row = rows[at]
  if (row === undefined) return null
  const title = t('photos.title', { occasion: t(`photos.occasion.${row.occasion}`), person: row.personName, time: moments.full(row.takenAt) })
  const [before, after] = [rows[at - 1], rows[at + 1]]
  return (
    <Dialog title={title} size="wide" onClose={onClose} footer={(
      <>
        {may(photoPermissions.remove) ? <Button kind="danger" onPress={() => setAsking(true)}>{t('photos.remove')}</Button> : null}
        {before === undefined ? null : <Button icon={ChevronLeft} onPress={() => onShow(before.id)}>{t('photos.previous')}</Button>}
        {after === undefined ? null : <Button icon={ChevronRight} onPress={() => onShow(after.id)}>{t('photos.next')}</Button>}
      </>
    )}>
      <img className="photo-large" src={pictureOf(row)} alt={title} width={row.width} height={row.height} />
      {asking ? <RemovePhoto row={row} onClose={(gone) => { setAsking(false); if (gone) onClose() }} /> : null}
    </Dialog>
  )
}

function RemovePhoto({ row, onClose }: { row: PhotoRow; onClose: (gone: boolean) => void }) {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  const toast = useToast()
  const deed = useDeed(removePhoto, () => { onClose(true); toast({ text: t('photos.removed') }) })
  return (
    <ConfirmDialog title={t('photos.remove')} confirmText={t('photos.remove')} busy={deed.busy} error={deed.error} onClose={() => onClose(false)}
      reason={{ label: t('photos.remove-reason'), missing: t('photos.remove-missing') }} onConfirm={(reason) => deed.run({ params: { photoId: row.id }, body: { version: row.version, reason } })}>
      {t('photos.remove-question')}
    </ConfirmDialog>
  )
}
