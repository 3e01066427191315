import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addCars, type CampaignRow } from '../contract.ts'
import { campaignTexts } from './texts.ts'

/** A few cars by hand; the maker's long list comes in as a file. */
export function AddCarsDialog({ row, onClose }: { row: CampaignRow; onClose: () => void }) {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const toast = useToast()
  const [typed, setTyped] = useState('')
  const deed = useDeed(addCars, ({ added, known }) => { onClose(); toast({ text: t('campaigns.cars-added', { added, known }) }) })
  const vins = typed.split(/[\n,，;；]+/).map((vin) => vin.trim()).filter((vin) => vin !== '')
  return (
    <Dialog title={`${t('campaigns.add-cars')} · ${row.code}`} size="small" onClose={onClose} onSubmit={() => { if (vins.length > 0) deed.run({ params: { campaignId: row.id }, body: { vins } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={vins.length === 0 ? t('campaigns.fill-in') : null}>{t('campaigns.add-cars')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('campaigns.vins')} name="vins" value={typed} onChange={setTyped} rows={6} maxLength={20_000} hint={t('campaigns.vins-hint')} required />
      </div>
    </Dialog>
  )
}
