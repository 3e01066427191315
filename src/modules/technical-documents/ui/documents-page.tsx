import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { listDocuments, withdrawDocument, type DocumentRow } from '../contract.ts'
import { technicalDocumentPermissions } from '../permissions.ts'
import { AddDocument } from './add-document.tsx'
import { DocumentCard } from './document-card.tsx'
import { documentTexts } from './texts.ts'

/** The shelf of technical documents; the supervisor and the technical leader keep it. */
export function DocumentsPage() {
  const t = useTexts(documentTexts.zh, documentTexts.en)
  const w = useTexts(webZh, webEn)
  const mayKeep = useMay()(technicalDocumentPermissions.keep)
  const [all, setAll] = useState(false)
  const [adding, setAdding] = useState(false)
  const { rows, state, more } = usePages(listDocuments, { limit: 40, state: all ? 'all' : 'in-use' })
  return (
    <PageFrame title={t('technical-documents.title')}>
      <div className="k-stack">
        <div className="document-head">
          {mayKeep ? <Button kind="primary" icon={Plus} onPress={() => setAdding(true)}>{t('technical-documents.add')}</Button> : null}
          <CheckField label={t('technical-documents.show-all')} checked={all} onChange={setAll} />
        </div>
        <LoadBar busy={state === 'loading'} />
        <LoadError state={state} />
        {state === 'ready' && rows.length === 0 ? <EmptyState>{t('technical-documents.none')}</EmptyState> : null}
        <ul className="document-list">{rows.map((row) => <DocumentCard key={row.id} row={row}>{mayKeep && row.withdrawnAt === null ? <Withdraw row={row} /> : null}</DocumentCard>)}</ul>
        {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
      </div>
      {adding ? <AddDocument onClose={() => setAdding(false)} /> : null}
    </PageFrame>
  )
}

function Withdraw({ row }: { row: DocumentRow }) {
  const t = useTexts(documentTexts.zh, documentTexts.en)
  const [asking, setAsking] = useState(false)
  const deed = useDeed(withdrawDocument, () => setAsking(false))
  return (
    <>
      <div><Button kind="quiet" onPress={() => setAsking(true)}>{t('technical-documents.withdraw')}</Button></div>
      {asking ? (
        <ConfirmDialog title={t('technical-documents.withdraw-title', { title: row.title })} confirmText={t('technical-documents.withdraw')} busy={deed.busy} error={deed.error}
          reason={{ label: t('technical-documents.reason'), missing: t('technical-documents.reason-missing') }}
          onConfirm={(reason) => deed.run({ params: { documentId: row.id }, body: { version: row.version, reason } })} onClose={() => setAsking(false)}>{t('technical-documents.withdraw-warning')}</ConfirmDialog>
      ) : null}
    </>
  )
}
