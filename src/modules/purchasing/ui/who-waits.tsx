import { Link } from '@tanstack/react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Plate } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { RequestRow } from '../contract.ts'
import { purchasingTexts } from './texts.ts'

/** The car, the counter sale, or the shelf. */
export function WhoWaits({ row: { origin, orderId, orderNumber, plate } }: { row: Pick<RequestRow, 'origin' | 'orderId' | 'orderNumber' | 'plate'> }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  if (origin === 'hand') return <strong>{t('purchasing.for-shelf')}</strong>
  return origin === 'sale' ? <Link to={`/counter/${orderId}`}>{orderNumber}</Link> : <Link to={`/repair-orders/${orderId}`}><Plate text={showPlate(plate)} /></Link>
}
