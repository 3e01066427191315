import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Money, Plate } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { approveDeviation, listDeviations } from '../contract.ts'
import { repairOrderTexts } from './texts.ts'

/** Prices off their rule that wait for a supervisor's yes. A no is said by the advisor's changing the line. */
export function DeviationsPage() {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const sentence = useSentence()
  const toast = useToast()
  const list = useReading(listDeviations, {})
  const deed = useDeed(approveDeviation, () => { toast({ text: t('repair-orders.approved') }); void list.refetch() })
  const state = list.isError ? { error: sentence(list.error), onRetry: () => { void list.refetch() } } : list.isFetching ? 'loading' as const : 'ready' as const
  return (
    <PageFrame title={t('repair-orders.deviations')} note={deed.error}>
      <DataTable label={t('repair-orders.deviations')} rows={list.data?.rows ?? []} rowKey={({ id }) => id} state={state} minimumWidth={760} empty={<EmptyState>{t('repair-orders.no-deviations')}</EmptyState>}
        columns={[
          { id: 'plate', header: t('repair-orders.plate'), width: 120, cell: ({ plate }) => <Plate text={showPlate(plate)} /> },
          { id: 'item', header: t('repair-orders.item'), cell: (row) => <span>{english ? row.nameEn : row.nameZh} <span className="k-quiet-text">{row.code}</span></span> },
          { id: 'price', header: t('repair-orders.price'), width: 100, align: 'end', cell: ({ unitPriceFen }) => <Money fen={unitPriceFen} strong /> },
          { id: 'reason', header: t('repair-orders.deviation-reason'), width: 180, cell: ({ deviationReason }) => deviationReason ?? '–' },
          { id: 'advisor', header: t('repair-orders.advisor'), width: 96, cell: ({ advisorName }) => advisorName },
          { id: 'deed', header: '', headerLabel: t('repair-orders.approve'), width: 96, align: 'end', cell: (row) => <Button kind="primary" busy={deed.busy} onPress={() => deed.run({ params: { lineId: row.id }, body: { version: row.version } })}>{t('repair-orders.approve')}</Button> },
        ]} />
    </PageFrame>
  )
}
