import { BookOpenText } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { documentsOfOrder } from '../contract.ts'
import { technicalDocumentPermissions } from '../permissions.ts'
import { DocumentCard } from './document-card.tsx'
import { documentTexts } from './texts.ts'

/** On the technician's phone: one touch shows what fits this car and its work. */
export function CarDocuments({ orderId, plate }: { orderId: string; plate: string }) {
  const t = useTexts(documentTexts.zh, documentTexts.en)
  const sentence = useSentence()
  const may = useMay()(technicalDocumentPermissions.see)
  const [opened, setOpened] = useState(false)
  const { data, isPending, isError, error, refetch } = useReading(documentsOfOrder, { params: { orderId } }, { enabled: may && opened })
  if (!may) return null
  return (
    <>
      <Button size="phone" icon={BookOpenText} onPress={() => setOpened(true)}>{t('technical-documents.short')}</Button>
      {opened ? (
        <Dialog title={t('technical-documents.of-car', { plate: showPlate(plate) })} size="small" onClose={() => setOpened(false)}>
          {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
          {isPending ? <Skeleton kind="list" lines={3} /> : null}
          {data?.rows.length === 0 ? <EmptyState>{t('technical-documents.none-fit')}</EmptyState> : null}
          <ul className="document-list">{data?.rows.map((row) => <DocumentCard key={row.id} row={row} />)}</ul>
        </Dialog>
      ) : null}
    </>
  )
}
