import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { cancelTransfer, printSlip, reverseArrival, type TransferView } from '../contract.ts'
import { cancelledTo, whyNotPrint, whyNotReverse } from '../domain/transfer.ts'
import { transferPermissions } from '../permissions.ts'
import { AnswerDialog, ShipDialog } from './giving-dialogs.tsx'
import { ReceiveDialog } from './receive-dialog.tsx'
import { transferTexts } from './texts.ts'

/** What this store may do with it now. */
export function TransferDeeds({ transfer }: { transfer: TransferView }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const may = useMay()
  const [doing, setDoing] = useState<'answer' | 'ship' | 'receive' | 'cancel' | null>(null)
  const [reversing, setReversing] = useState<string | null>(null)
  const close = () => setDoing(null)
  const { status, side } = transfer
  const gives = side === 'giving'
  const cancels = may(transferPermissions.ask) && typeof cancelledTo(transfer) === 'string'
  const releases = gives && status === 'withdrawn'
  const arrivals = gives || !may(transferPermissions.receive) ? [] : [...new Set(transfer.outcomes.filter(({ kind, takesBack, takenBack }) => kind === 'arrived' && !takesBack && !takenBack).map(({ document }) => document))]
  return (
    <div className="tf-deeds">
      {gives && status === 'asked' && may(transferPermissions.answer) ? <Button kind="primary" onPress={() => setDoing('answer')}>{t('transfers.answer')}</Button> : null}
      {gives && status === 'agreed' && may(transferPermissions.ship) ? <Button kind="primary" onPress={() => setDoing('ship')}>{t('transfers.ship')}</Button> : null}
      {!gives && status === 'shipped' && transfer.lines.some(({ open }) => open > 0) && may(transferPermissions.receive) ? <Button kind="primary" onPress={() => setDoing('receive')}>{t('transfers.receive')}</Button> : null}
      {releases && cancels ? <Button kind="primary" onPress={() => setDoing('cancel')}>{t('transfers.release')}</Button> : null}
      <Menu label={t('transfers.more')} items={[
        { id: 'slip', icon: Printer, text: t('transfers.print-slip'), whyNot: t.refusal(whyNotPrint(transfer)), onPick: () => openPaper(printSlip, { transferId: transfer.id }) },
        ...arrivals.map((document) => ({ id: document, text: t('transfers.reverse', { document }), destructive: true, onPick: () => setReversing(document) })),
        ...(cancels && !releases ? [{ id: 'cancel', text: t('transfers.cancel'), destructive: true, onPick: () => setDoing('cancel') }] : []),
      ]} />
      {doing === 'answer' ? <AnswerDialog transfer={transfer} onClose={close} /> : doing === 'ship' ? <ShipDialog transfer={transfer} onClose={close} /> : doing === 'receive' ? <ReceiveDialog transfer={transfer} onClose={close} /> : null}
      {reversing === null ? null : <ReverseDialog transfer={transfer} document={reversing} onClose={() => setReversing(null)} />}
      {doing === 'cancel' ? <CancelDialog transfer={transfer} releases={releases} onClose={close} /> : null}
    </div>
  )
}

function CancelDialog({ transfer, releases, onClose }: { transfer: TransferView; releases: boolean; onClose: () => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const toast = useToast()
  const deed = useDeed(cancelTransfer, () => { onClose(); toast({ text: t('transfers.cancelled') }) })
  const name = t(releases ? 'transfers.release' : 'transfers.cancel')
  return (
    <ConfirmDialog title={name} confirmText={name} kind={releases ? 'primary' : 'danger'} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('transfers.reason'), missing: t('transfers.words-missing') }}
      onConfirm={(reason) => deed.run({ params: { transferId: transfer.id }, body: { version: transfer.version, reason } })}>{t(releases ? 'transfers.release-question' : 'transfers.cancel-question')}</ConfirmDialog>
  )
}

function ReverseDialog({ transfer, document, onClose }: { transfer: TransferView; document: string; onClose: () => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const toast = useToast()
  const deed = useDeed(reverseArrival, () => { onClose(); toast({ text: t('transfers.reversed') }) })
  const name = t('transfers.reverse', { document })
  return (
    <ConfirmDialog title={name} confirmText={t('transfers.outcome.reversed')} kind="danger" busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('transfers.reason'), missing: t('transfers.words-missing') }}
      onConfirm={(reason) => { if (whyNotReverse({ ...transfer, arrived: true, reason }) === null) deed.run({ params: { transferId: transfer.id }, body: { version: transfer.version, document, reason } }) }}>{t('transfers.reverse-question')}</ConfirmDialog>
  )
}
