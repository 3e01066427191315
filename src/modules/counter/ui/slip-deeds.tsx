import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { askWriteOff, cancelSlip, printSlip, refundSlip, takeBackWriteOff, type SlipView } from '../contract.ts'
import { whyNotCancel, whyNotHand } from '../domain/slip.ts'
import { counterPermissions } from '../permissions.ts'
import { HandDialog } from './hand-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { counterTexts } from './texts.ts'

type Asked = 'hand' | 'return' | 'consume' | 'refund' | 'cancel' | 'write-off' | 'write-back'

/** What this person may do with the slip now. */
export function SlipDeeds({ slip }: { slip: SlipView }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const may = useMay()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const outside = slip.lines.some(({ issued, returned }) => issued > returned)
  const lent = slip.kind === 'loan' && slip.status === 'issued' && slip.lines.some(({ issued, returned, consumed }) => issued > returned + consumed)
  const takesBack = may(counterPermissions.takeBack) && outside
  const cancels = may(counterPermissions.cancel) && slip.status === 'open'
  const items: MenuItem[] = [
    { id: 'print', icon: Printer, text: t(slip.kind === 'sale' ? 'counter.print.sale' : 'counter.print.slip'), onPick: () => openPaper(printSlip, { slipId: slip.id }) },
    ...(takesBack ? [{ id: 'return', text: t('counter.return'), separated: true, onPick: () => setAsked('return') }] : []),
    ...(slip.outsideFen > 0 && may(counterPermissions.pay) ? [{ id: 'write-off', text: t('counter.ask-write-off'), separated: true, whyNot: slip.writeOffAsked ? t('counter.write-off-asked') : null, onPick: () => setAsked('write-off') }] : []),
    ...(slip.writtenOffFen > 0 && may(counterPermissions.writeOff) ? [{ id: 'write-back', text: t('counter.take-back-write-off'), destructive: true, separated: true, onPick: () => setAsked('write-back') }] : []),
    ...(cancels ? [{ id: 'cancel', text: t('counter.cancel'), destructive: true, separated: true, whyNot: t.refusal(whyNotCancel({ status: slip.status, issued: slip.lines.some(({ issued }) => issued > 0) })), onPick: () => setAsked('cancel') }] : []),
  ]
  const hands = may(counterPermissions.pick) && slip.kind === 'sale' && slip.status === 'issued'
  return (
    <div className="counter-deeds">
      {hands ? <Button kind="primary" whyNot={t.refusal(whyNotHand({ ...slip, way: 'driver', cod: slip.dueFen > 0, carrier: '…', waybill: '', address: '…' }))} onPress={() => setAsked('hand')}>{t('counter.hand-over')}</Button> : null}
      {slip.dueFen < 0 && may(counterPermissions.refund) ? <Button kind="primary" onPress={() => setAsked('refund')}>{t('counter.refund')}</Button> : null}
      {lent && takesBack ? <><Button kind="primary" onPress={() => setAsked('return')}>{t('counter.return')}</Button><Button onPress={() => setAsked('consume')}>{t('counter.consume')}</Button></> : null}
      <Menu label={t('counter.more')} items={items} />
      {asked === 'hand' ? <HandDialog slip={slip} onClose={close} /> : null}
      {asked === 'return' || asked === 'consume' ? <ReturnDialog slip={slip} as={asked} onClose={close} /> : null}
      {asked === 'refund' ? <Refund slip={slip} onClose={close} /> : null}
      {asked === 'write-off' ? <AskWriteOff slip={slip} onClose={close} /> : null}
      {asked === 'write-back' ? <TakeBackWriteOff slip={slip} onClose={close} /> : null}
      {asked === 'cancel' ? <Cancel slip={slip} onClose={close} /> : null}
    </div>
  )
}

type Props = { slip: SlipView; onClose: () => void }

function Refund({ slip, onClose }: Props) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const toast = useToast()
  const deed = useDeed(refundSlip, ({ numbers }) => { onClose(); toast({ text: t('counter.refund-done', { number: t.list(numbers) }) }) })
  return (
    <ConfirmDialog title={t('counter.refund')} confirmText={t('counter.refund')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('counter.reason'), missing: t('counter.reason-missing') }}
      onConfirm={(reason) => deed.run({ params: { slipId: slip.id }, body: { version: slip.version, reason } })}>{t('counter.refund-question', { amount: formatFen(-slip.dueFen) })}</ConfirmDialog>
  )
}

function Cancel({ slip, onClose }: Props) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const toast = useToast()
  const deed = useDeed(cancelSlip, () => { onClose(); toast({ text: t('counter.cancelled') }) })
  return (
    <ConfirmDialog title={t('counter.cancel')} confirmText={t('counter.cancel')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('counter.reason'), missing: t('counter.reason-missing') }}
      onConfirm={(reason) => deed.run({ params: { slipId: slip.id }, body: { version: slip.version, reason } })}>{t('counter.cancel-question')}{slip.depositFen > 0 ? ` ${t('counter.cancel-deposit', { amount: formatFen(slip.depositFen) })}` : ''}</ConfirmDialog>
  )
}

function AskWriteOff({ slip, onClose }: Props) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const toast = useToast()
  const deed = useDeed(askWriteOff, () => { onClose(); toast({ text: t('counter.write-off-asked-done') }) })
  return (
    <ConfirmDialog title={t('counter.ask-write-off')} confirmText={t('counter.ask-write-off')} kind="primary" busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('counter.reason'), missing: t('counter.reason-missing') }}
      onConfirm={(reason) => deed.run({ params: { slipId: slip.id }, body: { version: slip.version, reason } })}>{t('counter.ask-write-off-question', { by: slip.outsideBy, amount: formatFen(slip.outsideFen) })}</ConfirmDialog>
  )
}

function TakeBackWriteOff({ slip, onClose }: Props) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const toast = useToast()
  const deed = useDeed(takeBackWriteOff, ({ number }) => { onClose(); toast({ text: t('counter.write-off-taken-back', { number }) }) })
  return (
    <ConfirmDialog title={t('counter.take-back-write-off')} confirmText={t('counter.take-back-write-off')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('counter.reason'), missing: t('counter.reason-missing') }}
      onConfirm={(reason) => deed.run({ params: { slipId: slip.id }, body: { version: slip.version, reason } })}>{t('counter.take-back-write-off-question', { by: slip.outsideBy, amount: formatFen(slip.writtenOffFen) })}</ConfirmDialog>
  )
}
