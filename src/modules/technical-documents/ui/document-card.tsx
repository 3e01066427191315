import { FileText } from 'lucide-react'
import { saveFile } from '../../../platform/web/api.ts'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { openDocumentFile, type DocumentRow } from '../contract.ts'
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
      {row.withdrawnReason === null ? null : <span className="k-quiet-text">{t('technical-documents.withdrawn-line', { name: row.withdrawnByName ?? '', reason: row.withdrawnReason })}</span>}
      {row.bytes === null || row.withdrawnAt !== null ? children : <div className="document-head"><Button icon={FileText} onPress={() => saveFile(openDocumentFile, { params: { documentId: row.id } })}>{t('technical-documents.open')}</Button>{children}</div>}
    </li>
  )
}
