import { useState, type ReactNode } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { demandErasure, exportedPerson, exportPerson } from '../contract.ts'
import { privacyTexts } from './texts.ts'

type Demand = { demandedBy: string; identifiedBy: string; reason: string }
const empty: Demand = { demandedBy: '', identifiedBy: '', reason: '' }
const isFilled = (demand: Demand): boolean => Object.values(demand).every((text) => text.trim() !== '')

function DemandFields({ demand, onChange }: { demand: Demand; onChange: (demand: Demand) => void }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  return (
    <>
      <TextField label={t('privacy.demanded-by')} hint={t('privacy.demanded-by-hint')} name="demanded-by" value={demand.demandedBy} onChange={(demandedBy) => onChange({ ...demand, demandedBy })} required autoFocus maxLength={60} />
      <TextField label={t('privacy.identified-by')} hint={t('privacy.identified-by-hint')} name="identified-by" value={demand.identifiedBy} onChange={(identifiedBy) => onChange({ ...demand, identifiedBy })} required maxLength={200} />
      <TextAreaField label={t('privacy.reason')} name="reason" value={demand.reason} onChange={(reason) => onChange({ ...demand, reason })} required maxLength={300} />
    </>
  )
}

type FrameProps = { title: string; hint: string; error: string | null; footer: ReactNode; onSubmit: () => void; onClose: () => void; children: ReactNode }

const Frame = ({ title, hint, error, footer, onSubmit, onClose, children }: FrameProps) => (
  <Dialog title={title} size="small" onClose={onClose} onSubmit={onSubmit} footer={footer}>
    <div className="k-stack">
      {error === null ? null : <Notice tone="danger">{error}</Notice>}
      <p>{hint}</p>
      {children}
    </div>
  </Dialog>
)

/** A copy for the person; two forms of the same, within the hour. */
export function ExportDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const [demand, setDemand] = useState(empty)
  const [exportId, setExportId] = useState<string | null>(null)
  const deed = useDeed(exportPerson, ({ id }) => setExportId(id))
  const save = (format: 'xlsx' | 'json') => { if (exportId !== null) saveFile(exportedPerson, { params: { exportId }, query: { format } }) }
  const footer = exportId === null
    ? <Button kind="primary" submit busy={deed.busy} whyNot={isFilled(demand) ? null : t('privacy.fill-in')}>{t('privacy.export')}</Button>
    : <><Button onPress={() => save('json')}>{t('privacy.save-json')}</Button><Button kind="primary" onPress={() => save('xlsx')}>{t('privacy.save-xlsx')}</Button></>
  return (
    <Frame title={t('privacy.export')} hint={t(exportId === null ? 'privacy.export-hint' : 'privacy.exported')} error={deed.error} footer={footer} onClose={onClose}
      onSubmit={() => { if (exportId === null && isFilled(demand)) deed.run({ params: { customerId }, body: demand }) }}>
      {exportId === null ? <DemandFields demand={demand} onChange={setDemand} /> : null}
    </Frame>
  )
}

/** Asked for here; done only with another person's yes. */
export function EraseDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const toast = useToast()
  const [demand, setDemand] = useState(empty)
  const deed = useDeed(demandErasure, ({ number }) => { onClose(); toast({ text: t('privacy.asked', { number }) }) })
  return (
    <Frame title={t('privacy.erase')} hint={t('privacy.erase-hint')} error={deed.error} onClose={onClose} onSubmit={() => { if (isFilled(demand)) deed.run({ params: { customerId }, body: demand }) }}
      footer={<Button kind="danger" submit busy={deed.busy} whyNot={isFilled(demand) ? null : t('privacy.fill-in')}>{t('privacy.erase')}</Button>}>
      <DemandFields demand={demand} onChange={setDemand} />
    </Frame>
  )
}
