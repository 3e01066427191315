import { useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listCars, markCar, type CampaignCar, type CampaignRow } from '../contract.ts'
import { carStates, type CarState, type Mark } from '../domain/campaign.ts'
import { campaignPermissions } from '../permissions.ts'
import { toneOfState } from './tones.ts'
import { campaignTexts } from './texts.ts'

/** The list of cars, each with where it stands. */
export function CarsDialog({ row, onClose }: { row: CampaignRow; onClose: () => void }) {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const w = useTexts(webZh, webEn)
  const [state, setState] = useState<CarState | 'all'>('all')
  const [marking, setMarking] = useState<CampaignCar | null>(null)
  const { rows, state: load, more } = usePages(listCars, { campaignId: row.id, state, limit: 80 })
  if (marking !== null) return <MarkDialog campaignId={row.id} car={marking} onClose={() => setMarking(null)} />
  return (
    <Dialog title={`${t('campaigns.cars')} · ${row.code}`} onClose={onClose}>
      <div className="k-stack">
        <SelectField label={t('campaigns.state')} value={state} onChange={setState} choices={[{ value: 'all' as const, text: t('campaigns.all-states') }, ...carStates.map((value) => ({ value, text: t(`campaigns.state.${value}`) }))]} />
        <LoadBar busy={load === 'loading'} />
        <LoadError state={load} />
        {load === 'ready' && rows.length === 0 ? <p className="k-quiet-text">{t('campaigns.no-cars')}</p> : null}
        <ul className="campaign-cars">{rows.map((car) => <OneCar key={car.vin} car={car} onMark={() => setMarking(car)} />)}</ul>
        {more === null ? null : <Button onPress={more}>{w('web.more', { count: 80 })}</Button>}
      </div>
    </Dialog>
  )
}

function OneCar({ car, onMark }: { car: CampaignCar; onMark: () => void }) {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const may = useMay()
  return (
    <li className="campaign-car">
      {car.plate === null ? <span className="k-quiet-text">{t('campaigns.unknown-car')}</span> : <Plate text={showPlate(car.plate)} />}
      <span className="campaign-vin">{car.vin}</span><StatusTag tone={toneOfState[car.state]} text={t(`campaigns.state.${car.state}`)} />
      {car.orderNumber === null ? null : <span className="k-quiet-text">{car.orderNumber}</span>}{car.reason === '' ? null : <span className="k-quiet-text">{car.reason}</span>}
      {may(campaignPermissions.maintain) && car.state !== 'done' && car.state !== 'in-work' ? <Button size="desk" kind="quiet" onPress={onMark}>{t('campaigns.mark')}</Button> : null}
    </li>
  )
}

function MarkDialog({ campaignId, car, onClose }: { campaignId: string; car: CampaignCar; onClose: () => void }) {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const toast = useToast()
  const choices: readonly Mark[] = car.state === 'open' ? ['elsewhere', 'withdrawn'] : ['listed']
  const [mark, setMark] = useState<Mark>(choices[0] ?? 'listed')
  const [reason, setReason] = useState('')
  const deed = useDeed(markCar, () => { onClose(); toast({ text: t('campaigns.marked') }) })
  const whyNot = reason.trim() === '' ? t('campaigns.reason-missing') : null
  return (
    <Dialog title={t('campaigns.mark-title', { vin: car.vin })} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { campaignId, vin: car.vin }, body: { version: car.version, mark, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('campaigns.mark')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('campaigns.state')} value={mark} onChange={setMark} wide choices={choices.map((value) => ({ value, text: t(`campaigns.mark.${value}`) }))} />
        <TextField label={t('campaigns.reason')} name="reason" value={reason} onChange={setReason} required maxLength={300} />
      </div>
    </Dialog>
  )
}
