import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { binPermissions } from '../../bins/permissions.ts'
import { BinAdvice } from '../../bins/ui/public.tsx'
import { countLine, type ReceiptDetail, type ReceiptLine } from '../contract.ts'
import { whyNotCount } from '../domain/receipt.ts'
import { receivingTexts } from './texts.ts'

type Props = { receipt: ReceiptDetail; line: ReceiptLine; bins: readonly { id: string; code: string }[]; onClose: () => void }

/** Typed instead of scanned; and where something is short, damaged or wrong. */
export function CountDialog({ receipt, line, bins, onClose }: Props) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const may = useMay()
  const [noted, setNoted] = useState<number | null>(line.count?.noted ?? line.open)
  const [counted, setCounted] = useState<number | null>(line.count?.counted ?? line.open)
  const [damaged, setDamaged] = useState<number | null>(line.count?.damaged ?? 0)
  const [wrong, setWrong] = useState<number | null>(line.count?.wrong ?? 0)
  const [words, setWords] = useState(line.count?.words ?? '')
  const [placeId, setPlaceId] = useState<string | null>(line.count?.placeId ?? line.usualPlaceId)
  const deed = useDeed(countLine, onClose)
  const count = { noted: noted ?? 0, counted: counted ?? 0, damaged: damaged ?? 0, wrong: wrong ?? 0, words }
  const refusal = t.refusal(whyNotCount({ status: receipt.status, ...count }))
  return (
    <Dialog title={t('receiving.count-title', { part: line.partNumber })} size="small" onClose={onClose} onSubmit={() => { if (refusal === null) deed.run({ params: { receiptId: receipt.id, lineId: line.lineId }, body: { version: receipt.version, ...count, placeId } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={refusal}>{t('receiving.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="k-form">
          <QuantityField label={t('receiving.noted')} name="noted" value={noted} onChange={setNoted} unit={line.unit} required />
          <QuantityField label={t('receiving.counted')} name="counted" value={counted} onChange={setCounted} unit={line.unit} required />
          <QuantityField label={t('receiving.damaged')} name="damaged" value={damaged} onChange={setDamaged} unit={line.unit} />
          <QuantityField label={t('receiving.wrong')} name="wrong" value={wrong} onChange={setWrong} unit={line.unit} />
        </div>
        <TextField label={t('receiving.words')} name="words" value={words} onChange={setWords} maxLength={300} />
        <SelectField label={t('receiving.bin')} name="bin" value={placeId} onChange={setPlaceId} choices={bins.map(({ id: value, code: text }) => ({ value, text }))} />
        {may(binPermissions.see) ? <BinAdvice partId={line.partId} onPick={setPlaceId} /> : null}
      </div>
    </Dialog>
  )
}
