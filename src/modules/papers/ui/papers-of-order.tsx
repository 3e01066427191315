import { useTexts } from '../../../platform/web/language.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { PaperList } from './paper-list.tsx'
import { paperTexts } from './texts.ts'

/** What a visit has on paper: what the customer got, and what the house signed. */
export function PapersOfOrder({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const t = useTexts(paperTexts.zh, paperTexts.en)
  return (
    <Dialog title={t('papers.of-order')} onClose={onClose}>
      <div className="k-stack">
        <p className="k-quiet-text">{t('papers.kept-hint')}</p>
        <PaperList wish={{ orderId }} empty={t('papers.none')} />
      </div>
    </Dialog>
  )
}
