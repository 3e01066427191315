import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { LeaveDialog, ScanBox, type Leaving } from '../../picking/ui/public.tsx'
import { answerTransfer, shipTransfer, type TransferView } from '../contract.ts'
import { whyNotAnswer } from '../domain/transfer.ts'
import { transferTexts } from './texts.ts'

type Props = { transfer: TransferView; onClose: () => void }

/** How much of each line this store gives, or why not. */
export function AnswerDialog({ transfer, onClose }: Props) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [way, setWay] = useState<'agree' | 'refuse'>('agree')
  const [words, setWords] = useState('')
  const [typed, setTyped] = useState<Readonly<Record<string, number | null>>>({})
  const deed = useDeed(answerTransfer, () => { onClose(); toast({ text: t('transfers.answered') }) })
  const agree = way === 'agree'
  const lines = transfer.lines.map((line) => ({ ...line, agreed: typed[line.id] === undefined ? line.asked : typed[line.id] ?? 0 }))
  const whyNot = t.refusal(whyNotAnswer({ status: transfer.status, side: transfer.side, agree, words, lines }))
  const run = () => { if (whyNot === null) deed.run({ params: { transferId: transfer.id }, body: { version: transfer.version, agree, words, lines: agree ? lines.map(({ id, agreed }) => ({ lineId: id, thousandths: agreed })) : [] } }) }
  return (
    <Dialog title={t('transfers.answer')} size="small" onClose={onClose} onSubmit={run} footer={<Button kind={agree ? 'primary' : 'danger'} submit busy={deed.busy} whyNot={whyNot}>{t(`transfers.${way}`)}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('transfers.answer-as')} value={way} onChange={setWay} wide choices={(['agree', 'refuse'] as const).map((value) => ({ value, text: t(`transfers.${value}`) }))} />
        {agree ? lines.map((line) => (
          <QuantityField key={line.id} label={`${english ? line.nameEn : line.nameZh} ${line.partNumber}`} name={`agreed-${line.partNumber}`} value={typed[line.id] === undefined ? line.asked : typed[line.id] ?? null} onChange={(value) => setTyped({ ...typed, [line.id]: value })} unit={line.unit} required />
        )) : null}
        <TextField label={t('transfers.answer-words')} name="words" value={words} onChange={setWords} required={!agree} maxLength={300} />
      </div>
    </Dialog>
  )
}

/** The goods leave: scanned off their shelves, by whom, and when they are expected. */
export function ShipDialog({ transfer, onClose }: Props) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const toast = useToast()
  const today = useToday()
  const [wish, setWish] = useState({ carrier: '', waybill: '', eta: '' })
  const put = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }))
  const given = transfer.lines.filter(({ agreed }) => agreed > 0)
  const [leaving, setLeaving] = useState<readonly Leaving[]>(given.map(({ id, partNumber }) => ({ lineId: id, number: partNumber, scannedLotId: null, unscannedWhy: null })))
  const take = (lineId: string, change: Partial<Leaving>) => setLeaving((lines) => lines.map((line) => (line.lineId === lineId ? { ...line, ...change } : line)))
  const deed = useDeed(shipTransfer, ({ document }) => { onClose(); toast({ text: t('transfers.shipped', { document }) }) })
  const eta = wish.eta === '' ? today : wish.eta
  const ship = () => deed.run({ params: { transferId: transfer.id }, body: { ...wish, eta, version: transfer.version, lines: leaving.map(({ lineId, scannedLotId, unscannedWhy }) => ({ lineId, scannedLotId, unscannedWhy })) } })
  return (
    <LeaveDialog title={t('transfers.ship')} confirmText={t('transfers.ship')} scanning={transfer.scanning} leaving={leaving} busy={deed.busy} error={deed.error} onWhy={(lineId, unscannedWhy) => take(lineId, { unscannedWhy })} onConfirm={ship} onClose={onClose}>
      <p>{t('transfers.ship-words')}</p>
      <ScanBox lines={given.map((line) => ({ lineId: line.id, partId: line.partId, number: line.partNumber, wanted: line.agreed, issued: 0, lots: line.lots }))} onScanned={(scanned) => { if (scanned !== null && scanned.lotId !== null) take(scanned.lineId, { scannedLotId: scanned.refused ? null : scanned.lotId }) }} />
      <ul className="tf-leaving">
        {given.map((line) => (
          <li key={line.id}>{line.partNumber} · <Quantity thousandths={line.agreed} unit={line.unit} /> · {line.lots[0]?.bin ?? ''} {leaving.find(({ lineId }) => lineId === line.id)?.scannedLotId === null ? null : <StatusTag tone="done" text={t('transfers.scanned')} />}</li>
        ))}
      </ul>
      <TextField label={t('transfers.carrier')} name="carrier" suggestions={transfer.carriers} value={wish.carrier} onChange={(carrier) => put({ carrier })} maxLength={60} />
      <TextField label={t('transfers.waybill')} name="waybill" value={wish.waybill} onChange={(waybill) => put({ waybill })} maxLength={60} />
      <DateTimeField label={t('transfers.eta')} name="eta" kind="date" value={eta} onChange={(day) => put({ eta: day })} min={today} required />
    </LeaveDialog>
  )
}
