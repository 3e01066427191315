import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { en as catalogueEn } from '../../catalogue/texts/en.ts'
import { zh as catalogueZh } from '../../catalogue/texts/zh-CN.ts'
import { listCheckSheets, type CheckSheetView } from '../contract.ts'
import { limitsInWords } from '../domain/checks.ts'
import { workshopPermissions } from '../permissions.ts'
import { SheetDialog } from './sheet-dialog.tsx'
import { workshopTexts } from './texts.ts'
import './checks.css'

/** What is checked on each kind of work, and by whom: the supervisor's page. */
export function CheckSheets() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const sentence = useSentence()
  const may = useMay()(workshopPermissions.keepSheets)
  const sheets = useReading(listCheckSheets, {})
  const [edited, setEdited] = useState<CheckSheetView | 'new' | null>(null)
  if (sheets.isError) return <LoadError state={{ error: sentence(sheets.error), onRetry: () => { void sheets.refetch() } }} />
  if (sheets.data === undefined) return <Skeleton kind="list" lines={4} />
  const { rows } = sheets.data
  return (
    <div className="k-stack">
      <p className="k-quiet-text">{t('workshop.sheets-hint')}</p>
      {may ? <div className="k-row"><Button kind="primary" icon={Plus} onPress={() => setEdited('new')}>{t('workshop.sheet-add')}</Button></div> : null}
      {rows.length === 0 ? <EmptyState>{t('workshop.sheets-none')}</EmptyState> : null}
      <ul className="check-list">{rows.map((sheet) => <SheetCard key={sheet.id} sheet={sheet} onEdit={may ? () => setEdited(sheet) : null} />)}</ul>
      {edited === null ? null : <SheetDialog key={edited === 'new' ? 'new' : edited.id} sheet={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function SheetCard({ sheet, onEdit }: { sheet: CheckSheetView; onEdit: (() => void) | null }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const c = useTexts(catalogueZh, catalogueEn)
  const english = useLanguage() === 'en'
  const levels = [sheet.selfCheck ? t('workshop.self-check') : '', sheet.teamCheck ? t('workshop.team-check') : '', t('workshop.final-check')].filter((level) => level !== '')
  return (
    <li className="sheet-card k-panel" aria-label={english ? sheet.nameEn : sheet.nameZh}>
      <div className="check-head">
        <strong>{english ? sheet.nameEn : sheet.nameZh}</strong>
        <span className="k-quiet-text">{c(`catalogue.trade.${sheet.trade}`)} · {sheet.codeBegins === '' ? t('workshop.sheet-all-codes') : `${sheet.codeBegins}…`}</span>
        {sheet.active ? levels.map((level) => <StatusTag key={level} tone="info" text={level} />) : <StatusTag tone="neutral" text={t('workshop.sheet-off')} />}
        {onEdit === null ? null : <Button onPress={onEdit}>{t('workshop.sheet-edit')}</Button>}
      </div>
      <div className="check-values">
        {sheet.points.map((point) => (
          <span key={point.key}>{[english ? point.nameEn : point.nameZh, point.value === null ? '' : limitsInWords(point.value), point.photo ? t('workshop.check-photo') : ''].filter((part) => part !== '').join(' ')}</span>
        ))}
      </div>
    </li>
  )
}
