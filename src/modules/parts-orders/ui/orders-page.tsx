import { useNavigate, useParams } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listOrders } from '../contract.ts'
import { orderGroups } from '../domain/order.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { DraftDialog } from './draft-dialog.tsx'
import { OrderView } from './order-view.tsx'
import { orderTones } from './tones.ts'
import { partsOrderTexts } from './texts.ts'
import './parts-orders.css'

/** What was ordered from whom, and how far it is. */
export function OrdersPage() {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const { orderId } = useParams({ strict: false })
  const navigate = useNavigate()
  const [group, setGroup] = useState<(typeof orderGroups)[number]>('open')
  const [find, setFind] = useState('')
  const [drafting, setDrafting] = useState(false)
  const orders = usePages(listOrders, { group, limit: 40, ...(find === '' ? {} : { find }) })
  const open = (id: string | null) => { void navigate({ to: id === null ? '/parts-orders' : `/parts-orders/${id}` }) }
  return (
    <PageFrame title={t('parts-orders.orders')} fill actions={may(partsOrderPermissions.draft) ? <Button kind="primary" icon={Plus} onPress={() => setDrafting(true)}>{t('parts-orders.new-order')}</Button> : null}>
      <SplitView showing={orderId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('parts-orders.order')} sideLabel={t('parts-orders.order')}
        list={<ListPane label={t('parts-orders.orders')} rows={orders.rows} rowKey={({ id }) => id} state={orders.state} selectedKey={orderId ?? null} pageKeys onOpen={({ id }) => open(id)}
          head={(
            <div className="po-find">
              <SelectField label={t('parts-orders.show')} hideLabel name="group" value={group} onChange={setGroup} choices={orderGroups.map((value) => ({ value, text: t(`parts-orders.group.${value}`) }))} />
              <TextField label={t('parts-orders.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('parts-orders.find')} maxLength={40} />
            </div>
          )}
          empty={<EmptyState>{t('parts-orders.none')}</EmptyState>} loadMore={orders.more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: orders.more }}
          row={(row) => ({
            primary: `${row.kind} · ${row.supplierName}`, status: row.late ? <StatusTag tone="danger" text={t('parts-orders.late')} /> : <StatusTag tone={orderTones[row.status]} text={t(`parts-orders.status.${row.status}`)} />,
            trailing: <Money fen={row.totalFen} />, secondary: row.number,
            secondaryTrailing: row.status === 'draft' || row.openLines === 0 ? t('parts-orders.lines-count', { all: row.lines }) : `${t('parts-orders.lines-open', { open: row.openLines, all: row.lines })}${row.nextEta === null ? '' : ` · ${row.nextEta}`}`,
          })} />}
        detail={orderId === undefined ? <EmptyState>{t('parts-orders.pick-one')}</EmptyState> : <OrderView orderId={orderId} key={orderId} />} />
      {drafting ? <DraftDialog lines={[]} onClose={() => setDrafting(false)} /> : null}
    </PageFrame>
  )
}
