import { Check, FileText } from 'lucide-react'
import { saveFile } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { openDocumentFile, sayRead, type DocumentRow } from '../contract.ts'
import { assessmentRules } from '../domain/document.ts'
import { documentTexts } from './texts.ts'
import './documents.css'

/** One document: what it is for, and the way into it. `children`: what may be done with it. */
export function DocumentCard({ row, children }: { row: DocumentRow; children?: React.ReactNode }) {
  const t = useTexts(documentTexts.zh, documentTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const model = (english ? row.modelNameEn : row.modelNameZh) ?? t('technical-documents.all-models')
  return (
    <li className="document-card k-panel" aria-label={row.title}>
      <div className="document-head"><strong>{row.title}</strong><StatusTag tone="info" text={t(`technical-documents.kind.${row.kind}`)} />{row.withdrawnAt === null ? null : <StatusTag tone="neutral" text={t('technical-documents.withdrawn')} />}</div>
      {row.note === null ? null : <p className="document-note">{row.note}</p>}
      {row.link === null ? null : <p><a href={row.link} target="_blank" rel="noreferrer">{t('technical-documents.open-link')} · {row.link}</a></p>}
      <span className="k-quiet-text">{[model, row.codeBegins === '' ? t('technical-documents.all-work') : `${row.codeBegins}…`, t('technical-documents.by', { name: row.personName, time: moments.full(row.at) })].join(' · ')}</span>
      {row.kind === assessmentRules ? <OwnReading row={row} /> : null}
      {row.withdrawnReason === null ? null : <span className="k-quiet-text">{t('technical-documents.withdrawn-line', { name: row.withdrawnByName ?? '', reason: row.withdrawnReason })}</span>}
      {row.bytes === null || row.withdrawnAt !== null ? children : <div className="document-head"><Button icon={FileText} onPress={() => saveFile(openDocumentFile, { params: { documentId: row.id } })}>{t('technical-documents.open')}</Button>{children}</div>}
    </li>
  )
}

/** The house's rules: how many have read them, and one's own word that one has. */
function OwnReading({ row }: { row: DocumentRow }) {
  const t = useTexts(documentTexts.zh, documentTexts.en)
  const moments = useMoments()
  const toast = useToast()
  const deed = useDeed(sayRead, () => toast({ text: t('technical-documents.said-read') }))
  const said = row.readAt === null ? null : t('technical-documents.read-at', { time: moments.full(row.readAt) })
  return (
    <div className="document-head">
      {said === null && row.withdrawnAt === null ? <Button icon={Check} busy={deed.busy} onPress={() => deed.run({ params: { documentId: row.id }, body: {} })}>{t('technical-documents.say-read')}</Button> : null}
      <span className="k-quiet-text">{[...(said === null ? [] : [said]), t('technical-documents.readers', { count: row.readers })].join(' · ')}</span>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </div>
  )
}
