import { useNavigate, useParams } from '@tanstack/react-router'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { listLists, type ListRow } from '../contract.ts'
import type { Change } from '../domain/list.ts'
import { pricePermissions } from '../permissions.ts'
import { ListSheet } from './list-sheet.tsx'
import { priceTexts } from './texts.ts'
import { stateTones } from './tones.ts'
import './prices.css'

const countOf = ({ counts }: ListRow, change: Change): number => counts.filter((one) => one.change === change).reduce((sum, { count }) => sum + count, 0)

/** The maker's price lists, from the file to the day on which they end. */
export function ListsPage() {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const navigate = useNavigate()
  const { listId } = useParams({ strict: false }) as { listId?: string }
  const open = (id: string | null) => { void navigate({ to: id === null ? '/price-lists' : `/price-lists/${id}` }) }
  const { rows, state, more } = usePages(listLists, { limit: 40 })
  const title = t('prices.title')
  return (
    <PageFrame title={title} fill actions={may(pricePermissions.draft) ? <Button onPress={() => { void navigate({ to: '/exchange/new', search: { kind: 'prices' } }) }}>{t('prices.bring')}</Button> : null}>
      <SplitView showing={listId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={title} sideLabel={title}
        list={<ListPane label={title} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={listId ?? null} pageKeys onOpen={({ id }) => open(id)} empty={<EmptyState>{t('prices.none')}</EmptyState>}
          loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
          row={(row) => ({
            primary: row.name, status: <StatusTag tone={stateTones[row.state]} text={t(`prices.state.${row.state}`)} />, trailing: row.fromDay ?? t('prices.no-day'),
            secondary: row.number, secondaryTrailing: (['dearer', 'cheaper'] as const).map((change) => `${t(`prices.change.${change}`)} ${countOf(row, change).toLocaleString('en')}`).join(' · '),
          })} />}
        detail={listId === undefined ? <EmptyState>{t('prices.pick')}</EmptyState> : <ListSheet key={listId} listId={listId} />} />
    </PageFrame>
  )
}
