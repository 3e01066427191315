import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { ProgressBar } from '../../../ui-kit/progress-bar.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { listCampaigns, type CampaignRow } from '../contract.ts'
import { completion } from '../domain/campaign.ts'
import { campaignPermissions } from '../permissions.ts'
import { AddCarsDialog } from './add-cars-dialog.tsx'
import { CampaignDialog } from './campaign-dialog.tsx'
import { CarsDialog } from './cars-dialog.tsx'
import { campaignTexts } from './texts.ts'
import './campaigns.css'

/** What the maker wants done, on which cars, and how far the house has come. */
export function CampaignsPage() {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const [opening, setOpening] = useState(false)
  const { rows, state, more } = usePages(listCampaigns, { limit: 40 })
  return (
    <PageFrame title={t('campaigns.title')} actions={may(campaignPermissions.maintain) ? <Button kind="primary" onPress={() => setOpening(true)}>{t('campaigns.open-one')}</Button> : null}>
      <div className="k-stack">
        <LoadBar busy={state === 'loading'} />
        <LoadError state={state} />
        {state === 'ready' && rows.length === 0 ? <EmptyState>{t('campaigns.none')}</EmptyState> : null}
        <ul className="campaign-list">{rows.map((row) => <OneCampaign key={row.id} row={row} />)}</ul>
        {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
      </div>
      {opening ? <CampaignDialog row={null} onClose={() => setOpening(false)} /> : null}
    </PageFrame>
  )
}

function OneCampaign({ row }: { row: CampaignRow }) {
  const t = useTexts(campaignTexts.zh, campaignTexts.en)
  const english = useLanguage() === 'en'
  const may = useMay()
  const [shown, setShown] = useState<'change' | 'cars' | 'add-cars' | null>(null)
  const close = () => setShown(null)
  const percent = completion(row)
  const title = english ? row.titleEn : row.titleZh
  return (
    <li className="campaign-card k-panel" aria-label={row.code}>
      <div className="campaign-head">
        <StatusTag tone={row.kind === 'recall' ? 'danger' : 'info'} text={t(`campaigns.kind.${row.kind}`)} /><strong>{title}</strong><span className="k-quiet-text">{row.code}</span>
        {row.inForce ? null : <StatusTag tone="neutral" text={t('campaigns.over')} />}
      </div>
      <p className="campaign-facts">
        <span>{row.untilDay === null ? t('campaigns.days', { from: row.fromDay }) : t('campaigns.days-until', { from: row.fromDay, until: row.untilDay })}</span>
        {row.work.map((one) => <span key={one.id} className="k-quiet-text">{english ? one.nameEn : one.nameZh} {formatThousandths(one.quantityThousandths)} {t.unit(one.unit)}</span>)}
      </p>
      <div className="campaign-bar"><ProgressBar label={title} done={row.done} whole={row.cars - row.withdrawn} tone="active" text={t('campaigns.progress', { done: row.done, cars: row.cars - row.withdrawn })} /></div>
      <p className="campaign-facts">
        <span>{t('campaigns.progress', { done: row.done, cars: row.cars - row.withdrawn })}</span>{percent === null ? null : <strong>{t('campaigns.completion', { percent })}</strong>}
        <span className="k-quiet-text">{t('campaigns.counts', { open: row.open, inWork: row.inWork })}</span>
      </p>
      <div className="campaign-deeds">
        <Button onPress={() => setShown('cars')}>{t('campaigns.cars')}</Button>
        {may(campaignPermissions.maintain) ? <><Button onPress={() => setShown('add-cars')}>{t('campaigns.add-cars')}</Button><Button kind="quiet" onPress={() => setShown('change')}>{t('campaigns.change')}</Button></> : null}
      </div>
      {shown === 'change' ? <CampaignDialog row={row} onClose={close} /> : null}
      {shown === 'cars' ? <CarsDialog row={row} onClose={close} /> : null}
      {shown === 'add-cars' ? <AddCarsDialog row={row} onClose={close} /> : null}
    </li>
  )
}
