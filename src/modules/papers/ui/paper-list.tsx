import { openPaper } from '../../../platform/web/api.ts'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { listPapers, openPaperFile, type PaperKind, type PaperRow } from '../contract.ts'
import { paperTexts } from './texts.ts'

type Wish = { readonly find?: string; readonly kind?: PaperKind; readonly orderId?: string }

/** Newest first; a row opens the copy that was handed out. */
export function PaperList({ wish, empty }: { wish: Wish; empty: string }) {
  const t = useTexts(paperTexts.zh, paperTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  const { rows, state, more } = usePages(listPapers, { limit: 40, ...wish })
  const columns: Column<PaperRow>[] = [
    { id: 'at', header: t('papers.handed-out'), width: 130, cell: ({ at }) => moments.full(at) },
    { id: 'kind', header: t('papers.kind'), cell: ({ kind, language }) => (language === 'en' ? `${t(`papers.kind.${kind}`)} · ${t('papers.in-english')}` : t(`papers.kind.${kind}`)) },
    { id: 'number', header: t('papers.number'), width: 200, cell: ({ number }) => number },
    { id: 'who', header: t('papers.by'), width: 100, cell: ({ personName }) => personName },
  ]
  return (
    <DataTable label={t('papers.title')} columns={columns} rows={rows} rowKey={({ id }) => id} state={state} onOpen={({ id }) => openPaper(openPaperFile, { paperId: id })} minimumWidth={600}
      empty={<EmptyState>{empty}</EmptyState>} footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
  )
}
