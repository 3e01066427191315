import { Download } from 'lucide-react'
import { saveFile } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { exportedFile, exportList, kindRights } from '../contract.ts'
import { kindsFor } from '../domain/kind-rights.ts'
import type { ExportKind } from '../domain/kinds.ts'
import { exchangeTexts } from './texts.ts'

export function ExportTab() {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const kinds = kindsFor(kindRights.export, useMay())
  return (
    <div className="exchange-sheet exchange-exports k-panel">
      <p className="exchange-quiet">{t('exchange.export-hint')}</p>
      {kinds.length === 0 ? <EmptyState>{t('exchange.no-exports')}</EmptyState> : <ul>{kinds.map((kind) => <ExportRow key={kind} kind={kind} />)}</ul>}
    </div>
  )
}

function ExportRow({ kind }: { kind: ExportKind }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const toast = useToast()
  const title = t(`exchange.kind.${kind}`)
  const deed = useDeed(exportList, ({ id, rows }) => {
    saveFile(exportedFile, { params: { exportId: id } })
    toast({ tone: 'done', text: t('exchange.exported', { title, rows: rows.toLocaleString('en') }) })
  })
  return (
    <li>
      <span className="exchange-export-name">{title}</span>
      <Button icon={Download} busy={deed.busy} onPress={() => deed.run({ body: { kind, format: 'xlsx' } })}>{t('exchange.export-xlsx')}</Button>
      <Button busy={deed.busy} onPress={() => deed.run({ body: { kind, format: 'csv' } })}>{t('exchange.export-csv')}</Button>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </li>
  )
}
