import type { ReactNode } from 'react'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import type { LoadState } from '../../../ui-kit/load-state.tsx'
import { Money, Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { OrderRow } from '../contract.ts'
import { toneOf } from './status.ts'
import { repairOrderTexts } from './texts.ts'

export type OrderListProps = {
  orders: { rows: readonly OrderRow[]; state: LoadState; more: (() => void) | null }
  find: string
  selected: string | null
  onOpen: (id: string) => void
  filter: ReactNode
}

export function OrderList({ orders, find, selected, onOpen, filter }: OrderListProps) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  return (
    <ListPane label={t('repair-orders.workbench')} head={filter} rows={orders.rows} rowKey={({ id }) => id} state={orders.state} selectedKey={selected} pageKeys
      onOpen={({ id }) => onOpen(id)}
      empty={<EmptyState>{find === '' ? t('repair-orders.none') : t('repair-orders.none-found', { find })}</EmptyState>}
      loadMore={orders.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: orders.more }}
      row={(order) => ({
        primary: <Plate text={showPlate(order.plate)} />,
        status: <>
          <StatusTag tone={toneOf[order.status]} text={t(`repair-orders.status.${order.status}`)} />
          {order.openAddedWork === 0 || order.closedAt !== null ? null : <StatusTag tone="warn" text={t('repair-orders.added-count', { count: order.openAddedWork })} />}
        </>,
        trailing: order.arrivedAt === null ? order.quotedUntil : moments.time(order.arrivedAt),
        secondary: [t(`repair-orders.purpose.${order.purpose}`), order.modelName, order.ownerName === '' ? order.concern : order.ownerName].filter((part) => part !== '').join(' · '),
        secondaryTrailing: order.totalFen === 0 ? order.advisorName : <Money fen={order.totalFen} />,
      })} />
  )
}
