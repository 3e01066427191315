import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listStaff } from '../../organisation/contract.ts'
import { recordCertificate } from '../contract.ts'
import { certificateKinds, whyNotRecord, type CertificateKind } from '../domain/certificates.ts'
import { qualificationTexts } from './texts.ts'

export function RecordDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(qualificationTexts.zh, qualificationTexts.en)
  const toast = useToast()
  const staff = useReading(listStaff, { query: {} })
  const [personId, setPersonId] = useState('')
  const [kind, setKind] = useState<CertificateKind>('mechanical')
  const [number, setNumber] = useState('')
  const [validFrom, setValidFrom] = useState('')
  const [validUntil, setValidUntil] = useState('')
  const deed = useDeed(recordCertificate, () => { toast({ text: t('qualifications.recorded') }); onClose() })
  const whyNot = personId === '' ? t('qualifications.person-missing') : validFrom === '' || validUntil === '' ? t('qualifications.day-missing') : t.refusal(whyNotRecord({ number, validFrom, validUntil, taken: false }))
  return (
    <Dialog title={t('qualifications.record')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { personId, kind, number, validFrom, validUntil } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('qualifications.record')}</Button>}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="k-stack">
        <SelectField label={t('qualifications.person')} name="person" value={personId} onChange={setPersonId} required
          choices={[{ value: '', text: '' }, ...(staff.data?.rows ?? []).map(({ id, name, positions }) => ({ value: id, text: `${name} · ${positions.join(' ')}` }))]} />
        <SelectField label={t('qualifications.kind')} name="kind" value={kind} onChange={setKind} required choices={certificateKinds.map((value) => ({ value, text: t(`qualifications.kind.${value}`) }))} />
        <TextField label={t('qualifications.number')} name="number" value={number} onChange={setNumber} required maxLength={40} autoComplete="off" />
        <DateTimeField kind="date" label={t('qualifications.valid-from')} name="from" value={validFrom} onChange={setValidFrom} required />
        <DateTimeField kind="date" label={t('qualifications.valid-until')} name="until" value={validUntil} onChange={setValidUntil} required />
      </div>
    </Dialog>
  )
}
