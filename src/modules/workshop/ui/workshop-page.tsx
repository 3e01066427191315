import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import type { LoadState } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { listShop } from '../contract.ts'
import { groupOf, ShopList, shopGroups, type ShopGroup } from './shop-list.tsx'
import { workshopTexts } from './texts.ts'
import { WorkDetail } from './work-sheet.tsx'
import './workshop.css'

type Shown = 'all' | ShopGroup

/** The foreman's desk and the inspector's: every car in the shop on the left, the work on one of them on the right. */
export function WorkshopPage() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const sentence = useSentence()
  const { orderId } = useParams({ strict: false }) as { orderId?: string }
  const navigate = useNavigate()
  const [shown, setShown] = useState<Shown>('all')
  const shop = useReading(listShop, {})
  const all = shop.data?.rows ?? []
  const rows = all.filter((row) => shown === 'all' || groupOf(row) === shown)
  const state: LoadState = shop.isError ? { error: sentence(shop.error), onRetry: () => { void shop.refetch() } } : shop.isFetching ? 'loading' : 'ready'
  const open = (id: string | null) => { void navigate({ to: id === null ? '/workshop' : `/workshop/${id}` }) }
  const choices = (['all', ...shopGroups] as const).map((value) => ({
    value, text: t(`workshop.show.${value}`), count: value === 'all' ? all.length : all.filter((row) => groupOf(row) === value).length,
  }))
  return (
    <PageFrame title={t('workshop.title')} fill>
      <SplitView showing={orderId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('workshop.work-on-car')} sideLabel={t('workshop.inspection-history')}
        list={<ShopList rows={rows} state={state} selected={orderId ?? null} onOpen={open} empty={all.length === 0 ? t('workshop.no-cars') : t('workshop.no-cars-here')}
          head={<div className="shop-filter"><ChoiceField label={t('workshop.show')} hideLabel value={shown} onChange={setShown} choices={choices} wide /></div>} />}
        detail={orderId === undefined ? <EmptyState>{t('workshop.pick-one')}</EmptyState> : <WorkDetail key={orderId} orderId={orderId} />} />
    </PageFrame>
  )
}
