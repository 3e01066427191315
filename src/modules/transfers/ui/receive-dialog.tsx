import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { binPermissions } from '../../bins/permissions.ts'
import { BinAdvice } from '../../bins/ui/public.tsx'
import { listPlaces } from '../../stock/contract.ts'
import { receiveTransfer, type TransferLine, type TransferView } from '../contract.ts'
import { gapKinds, whyNotReceive, type GapKind } from '../domain/transfer.ts'
import { transferTexts } from './texts.ts'

type Counted = { arrived: number | null; missing: number | null; kind: GapKind; reason: string; placeId: string | null }

const begin = ({ open }: TransferLine): Counted => ({ arrived: open, missing: 0, kind: 'short', reason: '', placeId: null })

/** What lies in the box, where it goes, and what is missing. */
export function ReceiveDialog({ transfer, onClose }: { transfer: TransferView; onClose: () => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const toast = useToast()
  const [counted, setCounted] = useState<Readonly<Record<string, Counted>>>({})
  const places = useReading(listPlaces, {})
  const bins = (places.data?.rows ?? []).filter(({ kind, active }) => kind === 'bin' && active).map(({ id: value, code: text }) => ({ value, text }))
  const deed = useDeed(receiveTransfer, ({ document }) => { onClose(); toast({ text: t('transfers.received', { document }) }) })
  const waiting = transfer.lines.filter(({ open }) => open > 0)
  const lines = waiting.map((line) => {
    const { arrived, missing, ...count } = counted[line.id] ?? begin(line)
    return { ...count, lineId: line.id, partNumber: line.partNumber, open: line.open, arrived: arrived ?? 0, missing: missing ?? 0 }
  })
  const whyNot = t.refusal(whyNotReceive({ status: transfer.status, side: transfer.side, lines }))
  const run = () => { if (whyNot === null) deed.run({ params: { transferId: transfer.id }, body: { version: transfer.version, lines: lines.filter(({ arrived, missing }) => arrived + missing > 0).map(({ partNumber: _, open: __, ...line }) => line) } }) }
  return (
    <Dialog title={t('transfers.receive')} size="wide" onClose={onClose} onSubmit={run} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('transfers.receive')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {waiting.map((line) => <LineFields key={line.id} line={line} count={counted[line.id] ?? begin(line)} bins={bins} onChange={(count) => setCounted({ ...counted, [line.id]: count })} />)}
      </div>
    </Dialog>
  )
}

function LineFields({ line, count, bins, onChange }: { line: TransferLine; count: Counted; bins: readonly { value: string; text: string }[]; onChange: (count: Counted) => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const english = useLanguage() === 'en'
  const advises = useMay()(binPermissions.see) && (count.arrived ?? 0) > 0
  const put = (part: Partial<Counted>) => onChange({ ...count, ...part })
  return (
    <fieldset className="tf-line">
      <legend>{english ? line.nameEn : line.nameZh} <span className="k-quiet-text">{line.partNumber}</span></legend>
      <QuantityField label={t('transfers.arrived')} name={`arrived-${line.partNumber}`} value={count.arrived} onChange={(arrived) => put({ arrived, missing: Math.max(0, line.open - (arrived ?? 0)) })} unit={line.unit} required />
      <SelectField label={t('transfers.bin')} name={`bin-${line.partNumber}`} value={count.placeId} onChange={(placeId) => put({ placeId })} choices={bins} required />
      {advises ? <div className="tf-wide"><BinAdvice partId={line.partId} onPick={(placeId) => put({ placeId })} /></div> : null}
      <QuantityField label={t('transfers.missing')} name={`missing-${line.partNumber}`} value={count.missing} onChange={(missing) => put({ missing })} unit={line.unit} />
      {(count.missing ?? 0) === 0 ? null : (
        <>
          <SelectField<GapKind> label={t('transfers.gap-kind')} name={`kind-${line.partNumber}`} value={count.kind} onChange={(kind) => put({ kind })} choices={gapKinds.map((value) => ({ value, text: t(`transfers.gap.${value}`) }))} />
          <TextField label={t('transfers.reason')} name={`reason-${line.partNumber}`} value={count.reason} onChange={(reason) => put({ reason })} required maxLength={300} />
        </>
      )}
    </fieldset>
  )
}
