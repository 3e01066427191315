import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { usePhotosWaiting } from '../../photos/ui/public.tsx'
import { discardReceipt, postReceipt, printReceipt, reverseReceipt, type ReceiptDetail } from '../contract.ts'
import { bookedOf, faultsOf, whyNotReverse } from '../domain/receipt.ts'
import { receivingPermissions } from '../permissions.ts'
import { receivingTexts } from './texts.ts'

type Asking = 'post' | 'discard' | 'reverse'
type Props = { receipt: ReceiptDetail; onClose: () => void }

export function ReceiptDeeds({ receipt }: { receipt: ReceiptDetail }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const may = useMay()
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const counted = receipt.lines.filter(({ count }) => count !== null)
  const leaving = usePhotosWaiting(receipt.id) > 0 ? t('receiving.photos-leaving') : null
  return (
    <div className="rc-foot">
      {receipt.status === 'counting' && may(receivingPermissions.post) ? <Button kind="primary" size="phone" whyNot={counted.length === 0 ? t('receiving.nothing-counted') : leaving} onPress={() => setAsking('post')}>{t('receiving.post')}</Button> : null}
      {receipt.status === 'counting' && may(receivingPermissions.count) ? <Button kind="quiet" size="phone" onPress={() => setAsking('discard')}>{t('receiving.discard')}</Button> : null}
      {receipt.status === 'posted' ? <Button icon={Printer} size="phone" onPress={() => openPaper(printReceipt, { receiptId: receipt.id })}>{t('receiving.print')}</Button> : null}
      {receipt.status === 'posted' && may(receivingPermissions.reverse) ? <Button kind="quiet" size="phone" whyNot={t.refusal(whyNotReverse(receipt))} onPress={() => setAsking('reverse')}>{t('receiving.reverse')}</Button> : null}
      {asking === 'post' ? <PostDialog receipt={receipt} onClose={close} /> : null}
      {asking === 'discard' ? <DiscardDialog receipt={receipt} onClose={close} /> : null}
      {asking === 'reverse' ? <ReverseDialog receipt={receipt} onClose={close} /> : null}
    </div>
  )
}

/** What goes in and what becomes a fault is said before it is booked. */
function PostDialog({ receipt, onClose }: Props) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const toast = useToast()
  const deed = useDeed(postReceipt, ({ stockNumber }) => { onClose(); toast({ text: stockNumber === '' ? t('receiving.posted-nothing') : t('receiving.posted', { number: stockNumber }) }) })
  const counts = receipt.lines.flatMap(({ count, open }) => (count === null ? [] : [{ count, open }]))
  const faults = counts.flatMap(({ count, open }) => faultsOf(count, open)).length
  return (
    <ConfirmDialog title={t('receiving.post')} confirmText={t('receiving.post')} kind="primary" busy={deed.busy} error={deed.error} onClose={onClose} onConfirm={() => deed.run({ params: { receiptId: receipt.id }, body: { version: receipt.version } })}>
      {t('receiving.post-question', { count: counts.filter(({ count, open }) => bookedOf(count, open) > 0).length })} {faults === 0 ? '' : t('receiving.post-faults', { count: faults })}
    </ConfirmDialog>
  )
}

function DiscardDialog({ receipt, onClose }: Props) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const toast = useToast()
  const deed = useDeed(discardReceipt, () => { onClose(); toast({ text: t('receiving.discarded') }) })
  return <ConfirmDialog title={t('receiving.discard')} confirmText={t('receiving.discard')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('receiving.reason'), missing: t('receiving.reason-missing') }} onConfirm={(reason) => deed.run({ params: { receiptId: receipt.id }, body: { version: receipt.version, reason } })}>{t('receiving.discard-question')}</ConfirmDialog>
}

function ReverseDialog({ receipt, onClose }: Props) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const toast = useToast()
  const deed = useDeed(reverseReceipt, () => { onClose(); toast({ text: t('receiving.reversed') }) })
  return <ConfirmDialog title={t('receiving.reverse')} confirmText={t('receiving.reverse')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('receiving.reason'), missing: t('receiving.reason-missing') }} onConfirm={(reason) => deed.run({ params: { receiptId: receipt.id }, body: { version: receipt.version, reason } })}>{t('receiving.reverse-question')}</ConfirmDialog>
}
