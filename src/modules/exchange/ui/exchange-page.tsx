import { useNavigate, useParams } from '@tanstack/react-router'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { listImports } from '../contract.ts'
import { exchangePermissions } from '../permissions.ts'
import { ExportTab } from './export-tab.tsx'
import { ImportDetail } from './import-detail.tsx'
import { NewImport } from './new-import.tsx'
import { stateTones } from './state.ts'
import { exchangeTexts } from './texts.ts'
import './exchange.css'

/** Lists in, lists out. An import under way goes on without this page. */
export function ExchangePage() {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const may = useMay()
  const [tab, setTab] = useState(may(exchangePermissions.import) ? 'import' : 'export')
  const { importId } = useParams({ strict: false })
  const navigate = useNavigate()
  const open = (id: string | null) => { void navigate({ to: id === null ? '/exchange' : `/exchange/${id}` }) }
  const tabs = [{ id: 'import', text: t('exchange.import') }, ...(may(exchangePermissions.export) ? [{ id: 'export', text: t('exchange.export') }] : [])]
  const mayImport = may(exchangePermissions.import)
  return (
    <PageFrame fill title={t('exchange.title')} tabs={{ label: t('exchange.title'), current: tab, onChange: setTab, tabs }}
      actions={mayImport && tab === 'import' ? <Button kind="primary" icon={FileUp} onPress={() => open('new')}>{t('exchange.new-import')}</Button> : undefined}>
      {tab === 'export' ? <ExportTab /> : <ImportTab importId={importId} open={open} mayImport={mayImport} />}
    </PageFrame>
  )
}

function ImportTab({ importId, open, mayImport }: { importId: string | undefined; open: (id: string | null) => void; mayImport: boolean }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  const imports = usePages(listImports, { limit: 50 })
  const fresh = <NewImport onSent={open} />
  const nothing = mayImport ? fresh : <EmptyState>{t('exchange.pick-one')}</EmptyState>
  return (
    <SplitView showing={importId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('exchange.import')} sideLabel={t('exchange.history')}
      list={<ListPane label={t('exchange.history')} rows={imports.rows} rowKey={({ id }) => id} state={imports.state} selectedKey={importId ?? null} pageKeys onOpen={({ id }) => open(id)}
        empty={<EmptyState>{t('exchange.no-imports')}</EmptyState>} loadMore={imports.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: imports.more }}
        row={(row) => ({
          primary: row.fileName, status: <StatusTag tone={stateTones[row.state]} text={t(`exchange.state.${row.state}`)} />, trailing: t('exchange.summary', { count: row.rowsRead }),
          secondary: `${t(`exchange.kind.${row.kind}`)} · ${row.personName}`, secondaryTrailing: moments.time(row.at),
        })} />}
      detail={importId === undefined ? nothing : importId === 'new' ? fresh : <ImportDetail importId={importId} key={importId} onGone={() => open(null)} />} />
  )
}
