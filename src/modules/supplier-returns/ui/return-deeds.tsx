import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { agreeReturn, confirmArrival, printReturn, reverseReturn, sendReturn, takeSlip, withdrawReturn, type ReturnView } from '../contract.ts'
import { whyNotConfirm, whyNotReverse, whyNotSend, whyNotTakeSlip, whyNotWithdraw } from '../domain/return.ts'
import { supplierReturnPermissions as rights } from '../permissions.ts'
import { supplierReturnTexts } from './texts.ts'

type Props = { one: ReturnView; onClose: () => void }
const dialogs = { agree: AgreeDialog, send: SendDialog, slip: SlipDialog, confirm: ConfirmArrivalDialog, withdraw: EndDialog, reverse: EndDialog } as const
type Asked = keyof typeof dialogs

/** What this person may do now; the next step of the goods stands first. */
export function ReturnDeeds({ one }: { one: ReturnView }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const may = useMay()
  const [asked, setAsked] = useState<Asked | null>(null)
  const sends = may(rights.send) && whyNotSend(one.status) === null
  const agrees = may(rights.agree) && (one.status === 'asked' || one.status === 'agreed')
  const items: MenuItem[] = [
    { id: 'print', icon: Printer, text: t('supplier-returns.print'), onPick: () => openPaper(printReturn, { returnId: one.id }) },
    ...(agrees && one.status === 'agreed' ? [{ id: 'agree', text: t('supplier-returns.agree-again'), onPick: () => setAsked('agree') }] : []),
    ...(may(rights.ask) && whyNotWithdraw(one.status) === null ? [{ id: 'withdraw', text: t('supplier-returns.withdraw'), destructive: true, separated: true, onPick: () => setAsked('withdraw') }] : []),
    ...(may(rights.reverse) && whyNotReverse({ status: one.status, statement: one.statementNumber }) === null ? [{ id: 'reverse', text: t('supplier-returns.reverse'), destructive: true, separated: true, onPick: () => setAsked('reverse') }] : []),
  ]
  const Asking = asked === null ? null : dialogs[asked]
  return (
    <div className="sr-deeds">
      {agrees && one.status === 'asked' ? <Button kind="primary" onPress={() => setAsked('agree')}>{t('supplier-returns.agree')}</Button> : null}
      {sends ? <Button kind="primary" onPress={() => setAsked('send')}>{t('supplier-returns.send')}</Button> : null}
      {may(rights.takeSlip) && whyNotTakeSlip(one) === null ? <Button kind="primary" onPress={() => setAsked('slip')}>{t('supplier-returns.take-slip')}</Button> : null}
      {may(rights.agree) && whyNotConfirm({ status: one.status, arrived: one.arrivedAt !== null }) === null ? <Button kind="primary" onPress={() => setAsked('confirm')}>{t('supplier-returns.confirm')}</Button> : null}
      <Menu label={t('supplier-returns.more')} items={items} />
      {Asking === null ? null : <Asking one={one} onClose={() => setAsked(null)} />}
    </div>
  )
}

/** The phone call: with whom, what he said, and his credit line by line. */
function AgreeDialog({ one, onClose }: Props) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const [agreedWith, setWith] = useState(one.agreedWith ?? '')
  const [words, setWords] = useState(one.agreedWords ?? '')
  const [credits, setCredits] = useState<ReadonlyMap<string, number | null>>(() => new Map(one.rows.map((row) => [row.id, row.creditFen ?? row.costFen])))
  const deed = useDeed(agreeReturn, () => { onClose(); toast({ text: t('supplier-returns.agreed') }) })
  const lines = [...credits].flatMap(([lineId, creditFen]) => (creditFen === null ? [] : [{ lineId, creditFen }]))
  const whyNot = agreedWith.trim() === '' || words.trim() === '' ? t('supplier-returns.fill-in') : lines.length < one.rows.length ? t('supplier-returns.credit-missing') : null
  return (
    <Dialog title={t('supplier-returns.agree')} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { returnId: one.id }, body: { version: one.version, agreedWith, words, lines } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('supplier-returns.agree')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('supplier-returns.agreed-with')} name="with" required autoFocus value={agreedWith} onChange={setWith} maxLength={60} />
        <TextAreaField label={t('supplier-returns.agreed-words')} name="words" required value={words} onChange={setWords} maxLength={300} rows={2} />
        {one.rows.map((row) => (
          <MoneyField key={row.id} label={`${row.partNumber} · ${t('supplier-returns.credit-net')}`} name={`credit-${row.id}`} required value={credits.get(row.id) ?? null} onChange={(fen) => setCredits(new Map(credits).set(row.id, fen))} />
        ))}
      </div>
    </Dialog>
  )
}

function SendDialog({ one, onClose }: Props) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const [waybill, setWaybill] = useState('')
  const deed = useDeed(sendReturn, ({ document }) => { onClose(); toast({ text: t('supplier-returns.sent', { document }) }) })
  return (
    <Dialog title={t('supplier-returns.send')} size="small" onClose={onClose} onSubmit={() => deed.run({ params: { returnId: one.id }, body: { version: one.version, waybill } })}
      footer={<Button kind="primary" submit busy={deed.busy}>{t('supplier-returns.send')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('supplier-returns.send-question')}</p>
        <TextField label={t('supplier-returns.waybill')} name="waybill" value={waybill} onChange={setWaybill} maxLength={60} />
      </div>
    </Dialog>
  )
}

function SlipDialog({ one, onClose }: Props) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const deed = useDeed(takeSlip, () => { onClose(); toast({ text: t('supplier-returns.slip-here') }) })
  const run = () => deed.run({ params: { returnId: one.id }, body: { version: one.version } })
  return <ConfirmDialog title={t('supplier-returns.take-slip')} confirmText={t('supplier-returns.take-slip')} kind="primary" busy={deed.busy} error={deed.error} onConfirm={run} onClose={onClose}>{t('supplier-returns.take-slip-question')}</ConfirmDialog>
}

function ConfirmArrivalDialog({ one, onClose }: Props) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const [arrivedWith, setWith] = useState('')
  const deed = useDeed(confirmArrival, () => { onClose(); toast({ text: t('supplier-returns.arrived') }) })
  const missing = arrivedWith.trim() === ''
  return (
    <Dialog title={t('supplier-returns.confirm')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { returnId: one.id }, body: { version: one.version, arrivedWith } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('supplier-returns.fill-in') : null}>{t('supplier-returns.confirm')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('supplier-returns.arrived-with')} name="arrived-with" required autoFocus value={arrivedWith} onChange={setWith} maxLength={60} />
      </div>
    </Dialog>
  )
}

/** Withdrawn before it was sent, reversed after. */
function EndDialog({ one, onClose }: Props) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const way = whyNotWithdraw(one.status) === null ? 'withdraw' : 'reverse'
  const then = () => { onClose(); toast({ text: t(way === 'withdraw' ? 'supplier-returns.withdrawn' : 'supplier-returns.reversed') }) }
  const [withdraw, reverse] = [useDeed(withdrawReturn, then), useDeed(reverseReturn, then)]
  const deed = way === 'withdraw' ? withdraw : reverse
  const run = (reason: string) => deed.run({ params: { returnId: one.id }, body: { version: one.version, reason } })
  return (
    <ConfirmDialog title={t(`supplier-returns.${way}`)} confirmText={t(`supplier-returns.${way}`)} kind="danger" busy={deed.busy} error={deed.error} onConfirm={run} onClose={onClose}
      reason={{ label: t('supplier-returns.reason'), missing: t('supplier-returns.reason-missing') }}>{t(`supplier-returns.${way}-question`)}</ConfirmDialog>
  )
}
