import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listSuppliers } from '../../parts-orders/contract.ts'
import { askInquiry } from '../contract.ts'
import { repairKinds, whyNotAsk, type RepairKind } from '../domain/inquiry.ts'
import { readWanted } from './pasted.ts'
import { supplierTexts } from './texts.ts'

/** Which parts, for which kinds of repair, of whom. */
export function AskDialog({ onClose }: { onClose: (id?: string) => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const all = (useReading(listSuppliers, {}).data?.rows ?? []).filter(({ active }) => active)
  const [about, setAbout] = useState('')
  const [wanted, setWanted] = useState('')
  const [kinds, setKinds] = useState<readonly RepairKind[]>([])
  const [ids, setIds] = useState<readonly string[]>([])
  const { rows, faulty } = readWanted(wanted)
  const deed = useDeed(askInquiry, ({ id, number }) => { toast({ text: t('suppliers.asked-done', { number }) }); onClose(id) })
  const wrong = faulty.length === 0 ? null : t('suppliers.wanted-faulty', { lines: faulty.slice(0, 10).join(', ') })
  const rule = t.refusal(whyNotAsk({ kinds, partNumbers: rows.map(({ partNumber }) => partNumber), suppliers: all.filter(({ id }) => ids.includes(id)) }))
  const whyNot = about.trim() === '' ? t('suppliers.about-missing') : wrong ?? (rows.length === 0 ? t('suppliers.wanted-missing') : rule)
  const toggle = <T extends string>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one])
  return (
    <Dialog title={t('suppliers.ask')} onClose={() => onClose()} onSubmit={() => { if (whyNot === null) deed.run({ body: { about, kinds: [...kinds], supplierIds: [...ids], lines: [...rows] } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('suppliers.ask')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('suppliers.about')} name="about" required autoFocus value={about} onChange={setAbout} maxLength={100} />
        <fieldset className="su-checks"><legend>{t('suppliers.repair-kinds')}</legend>{repairKinds.map((kind) => <CheckField key={kind} label={t(`suppliers.repair.${kind}`)} checked={kinds.includes(kind)} onChange={() => setKinds(toggle(kinds, kind))} />)}</fieldset>
        <TextAreaField label={t('suppliers.wanted')} name="wanted" required rows={5} value={wanted} onChange={setWanted} hint={t('suppliers.wanted-hint')} error={wrong} maxLength={10_000} />
        <fieldset className="su-checks"><legend>{t('suppliers.asked-suppliers')}</legend>{all.map(({ id, name }) => <CheckField key={id} label={name} checked={ids.includes(id)} onChange={() => setIds(toggle(ids, id))} />)}</fieldset>
      </div>
    </Dialog>
  )
}
