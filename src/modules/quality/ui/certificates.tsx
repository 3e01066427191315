import { useNavigate } from '@tanstack/react-router'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listCertificates } from '../contract.ts'
import { qualityTexts } from './texts.ts'

/** The whole series, voided numbers too; a row opens its order. */
export function Certificates() {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  const navigate = useNavigate()
  const { rows, state, more } = usePages(listCertificates, { limit: 50 })
  return (
    <DataTable label={t('quality.tab.certificates')} rows={rows} rowKey={({ id }) => id} state={state} minimumWidth={760} onOpen={({ orderId }) => { void navigate({ to: `/repair-orders/${orderId}` }) }}
      empty={<EmptyState>{t('quality.none-certificates')}</EmptyState>} footer={more === null ? null : <Button onPress={more}>{w('web.more', { count: 50 })}</Button>}
      columns={[
        { id: 'number', header: t('quality.number'), width: 180, cell: ({ number }) => number },
        { id: 'plate', header: t('quality.plate'), width: 110, cell: ({ plate }) => <Plate text={showPlate(plate)} /> },
        { id: 'kind', header: t('quality.kind'), width: 190, cell: ({ repairKind }) => t(`quality.kind.${repairKind}`) },
        { id: 'inspector', header: t('quality.inspector'), width: 110, cell: ({ inspectorName }) => inspectorName },
        { id: 'at', header: t('quality.issued-at'), width: 130, cell: ({ issuedAt }) => moments.full(issuedAt) },
        { id: 'state', header: t('quality.state'), cell: ({ voidedAt, voidReason }) => (voidedAt === null ? <StatusTag tone="done" text={t('quality.valid')} /> : <><StatusTag tone="neutral" text={t('quality.voided')} /> {voidReason}</>) },
      ]} />
  )
}
