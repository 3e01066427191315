import { useNavigate, useParams } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useKey } from '../../../platform/web/use-key.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { listOrders, type OrderGroup } from '../contract.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { ArrivalDialog } from './arrival-dialog.tsx'
import { OrderDetail, OrderHistory } from './order-detail.tsx'
import { OrderFilter } from './order-filter.tsx'
import { OrderList } from './order-list.tsx'
import { QuoteDialog } from './quote-dialog.tsx'
import { repairOrderTexts } from './texts.ts'

/** The advisor's desk: who is in the shop on the left, one car's order on the right. */
export function WorkbenchPage() {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const { orderId } = useParams({ strict: false }) as { orderId?: string }
  const navigate = useNavigate()
  const may = useMay()
  const [group, setGroup] = useState<OrderGroup>('open')
  const [find, setFind] = useState('')
  const [mine, setMine] = useState(false)
  const [arriving, setArriving] = useState(false)
  const [quoting, setQuoting] = useState(false)
  const orders = usePages(listOrders, { group, mine: mine ? 'yes' : 'no', ...(find === '' ? {} : { find }), limit: 50 })
  const open = (id: string | null) => { void navigate({ to: id === null ? '/repair-orders' : `/repair-orders/${id}` }) }
  const mayArrive = may(repairOrderPermissions.arrive)
  const mayQuote = may(repairOrderPermissions.quote)
  useKey('n', () => { if (mayArrive) setArriving(true) })
  useKey('q', () => { if (mayQuote) setQuoting(true) })
  return (
    <PageFrame title={t('repair-orders.workbench')} fill
      actions={<>
        {mayQuote ? <Button keyCap="Q" onPress={() => setQuoting(true)}>{t('repair-orders.quote')}</Button> : null}
        {mayArrive ? <Button kind="primary" icon={Plus} keyCap="N" onPress={() => setArriving(true)}>{t('repair-orders.arrive')}</Button> : null}
      </>}>
      <SplitView showing={orderId === undefined ? 'list' : 'detail'} onBack={() => open(null)}
        detailLabel={t('repair-orders.repair-order')} sideLabel={t('repair-orders.history')}
        list={<OrderList orders={orders} find={find} selected={orderId ?? null} onOpen={open}
          filter={<OrderFilter group={group} onGroup={setGroup} find={find} onFind={setFind} mine={mine} onMine={setMine} counts={orders.first?.counts} />} />}
        detail={orderId === undefined ? <EmptyState>{t('repair-orders.pick-one')}</EmptyState> : <OrderDetail orderId={orderId} />}
        side={orderId === undefined ? undefined : <OrderHistory orderId={orderId} />} />
      {arriving ? <ArrivalDialog onClose={() => setArriving(false)} onArrived={(id) => { setArriving(false); open(id) }} /> : null}
      {quoting ? <QuoteDialog onClose={() => setQuoting(false)} onMade={(id) => { setQuoting(false); open(id) }} /> : null}
    </PageFrame>
  )
}
