import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { draftOrder, listKinds, listSuppliers } from '../contract.ts'
import { whyNotKindFor } from '../domain/kinds.ts'
import { partsOrderTexts } from './texts.ts'

export type DraftLine = { readonly partId: string; readonly thousandths: number; readonly requestId?: string }

type Props = { lines: readonly DraftLine[]; /** The kind that is advised for them. */ kind?: string | undefined; onClose: () => void }

/** To whom and by which kind; the lines are edited on the order itself. */
export function DraftDialog({ lines, kind: advised, onClose }: Props) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const english = useLanguage() === 'en'
  const navigate = useNavigate()
  const toast = useToast()
  const suppliers = (useReading(listSuppliers, {}).data?.rows ?? []).filter(({ active }) => active)
  const kinds = (useReading(listKinds, {}).data?.rows ?? []).filter(({ active }) => active)
  const [picked, setPicked] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(advised ?? null)
  const [note, setNote] = useState('')
  const kind = kinds.find(({ code }) => code === chosen)
  const supplier = suppliers.find(({ id }) => id === picked) ?? (kind === undefined ? undefined : suppliers.find((one) => whyNotKindFor(kind, one) === null))
  const deed = useDeed(draftOrder, ({ id, number }) => { onClose(); toast({ text: t('parts-orders.drafted', { number }) }); void navigate({ to: `/parts-orders/${id}` }) })
  const refusal = kind === undefined || supplier === undefined ? t('parts-orders.fill-in') : t.refusal(whyNotKindFor(kind, supplier))
  return (
    <Dialog title={t('parts-orders.draft')} size="small" onClose={onClose} onSubmit={() => { if (refusal === null && supplier !== undefined && kind !== undefined) deed.run({ body: { supplierId: supplier.id, kind: kind.code, note, lines: [...lines] } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={refusal}>{t('parts-orders.draft')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('parts-orders.kind')} name="kind" required value={kind?.code ?? null} onChange={setChosen} choices={kinds.map(({ code, nameZh, nameEn }) => ({ value: code, text: `${code} ${english ? nameEn : nameZh}` }))} />
        <SelectField label={t('parts-orders.supplier')} name="supplier" required value={supplier?.id ?? null} onChange={setPicked} choices={suppliers.map(({ id, name }) => ({ value: id, text: name }))} />
        <TextField label={t('parts-orders.note')} name="note" value={note} onChange={setNote} maxLength={300} />
      </div>
    </Dialog>
  )
}
