import { useNavigate, useParams } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listOrders } from '../../repair-orders/contract.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { SettlementDetail } from './settlement-detail.tsx'
import { settlementTexts } from './texts.ts'

/** Cars that passed their inspection: settle, and deliver when paid. */
export function DeliveryPage() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  const { orderId } = useParams({ strict: false })
  const navigate = useNavigate()
  const [find, setFind] = useState('')
  const word = useDeferredValue(find.trim())
  const orders = usePages(listOrders, { group: 'ready', limit: 50, ...(word === '' ? {} : { find: word }) })
  const open = (id: string | null) => { void navigate({ to: id === null ? '/settlements' : `/settlements/${id}` }) }
  return (
    <PageFrame title={t('settlement.delivery-page')} fill>
      <SplitView showing={orderId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('settlement.delivery-page')} sideLabel={t('settlement.delivery-page')}
        list={<ListPane label={t('settlement.delivery-page')} rows={orders.rows} rowKey={({ id }) => id} state={orders.state} selectedKey={orderId ?? null} pageKeys onOpen={({ id }) => open(id)}
          head={<div className="cashier-filter"><TextField label={t('settlement.find-car')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('settlement.find-car')} maxLength={40} trailing={<Search size={14} aria-hidden />} /></div>}
          empty={<EmptyState>{t(word === '' ? 'settlement.nothing-to-settle' : 'settlement.no-car-found')}</EmptyState>}
          loadMore={orders.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: orders.more }}
          row={(order) => ({
            primary: <Plate text={showPlate(order.plate)} />,
            status: <StatusTag tone="settle" text={order.status === 'settled' ? t('settlement.settled') : t('settlement.to-settle')} />,
            trailing: order.promisedAt === null ? '' : moments.time(order.promisedAt),
            secondary: [order.modelName, order.ownerName].filter((part) => part !== '').join(' · '), secondaryTrailing: <Money fen={order.totalFen} />,
          })} />}
        detail={orderId === undefined ? <EmptyState>{t('settlement.pick-one')}</EmptyState> : <SettlementDetail orderId={orderId} key={orderId} />} />
    </PageFrame>
  )
}
