import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addReview, healthFile, listReviews, type sheets } from '../contract.ts'
import type { ReviewedFigure } from '../domain/figures.ts'
import { stockHealthPermissions } from '../permissions.ts'
import { stockHealthTexts } from './texts.ts'

/** The workbook, and for a figure that somebody owes a look: what was concluded. */
export function SheetDeeds({ of, figure }: { of: (typeof sheets)[number]; figure?: ReviewedFigure }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(addReview, () => { setAsking(false); toast({ text: t('stock-health.reviewed') }) })
  return (
    <div className="sh-deeds">
      <Button onPress={() => saveFile(healthFile, { query: { of } })}>{t('stock-health.excel')}</Button>
      {figure !== undefined && may(stockHealthPermissions.review) ? <Button kind="primary" onPress={() => setAsking(true)}>{t('stock-health.review')}</Button> : null}
      {asking && figure !== undefined ? (
        <ConfirmDialog title={t('stock-health.review')} confirmText={t('stock-health.review')} kind="primary" busy={deed.busy} error={deed.error} reason={{ label: t('stock-health.review-words'), missing: t('stock-health.review-missing') }}
          onConfirm={(words) => deed.run({ body: { figure, words } })} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  )
}

export function Reviews({ figure }: { figure: ReviewedFigure }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const moments = useMoments()
  const rows = useReading(listReviews, { query: { figure } }).data?.rows ?? []
  return (
    <Section title={t('stock-health.reviews')}>
      {rows.length === 0 ? <p className="k-quiet-text">{t('stock-health.no-reviews')}</p> : (
        <ul className="sh-list">{rows.map((row) => <li key={row.id}><strong>{row.personName}</strong><span className="k-quiet-text">{moments.full(row.at)}</span><span>{row.words}</span></li>)}</ul>
      )}
    </Section>
  )
}
