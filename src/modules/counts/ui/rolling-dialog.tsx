import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { planRolling, proposeCount } from '../contract.ts'
import { WhyChosen } from './why-chosen.tsx'
import { countTexts } from './texts.ts'

/** The shelves that are due today, with why. */
export function RollingDialog({ onClose }: { onClose: (countId?: string) => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const english = useLanguage() === 'en'
  const sentence = useSentence()
  const toast = useToast()
  const day = useToday()
  const { data, isPending, isError, error, refetch } = useReading(proposeCount, {})
  const deed = useDeed(planRolling, ({ id, number }) => { toast({ text: t('counts.planned', { number }) }); onClose(id) })
  const rows = data?.rows ?? []
  return (
    <Dialog title={t('counts.proposal')} onClose={() => onClose()} footer={<Button kind="primary" busy={deed.busy} whyNot={rows.length === 0 ? t('counts.proposal-none') : null} onPress={() => deed.run({ body: { day } })}>{t('counts.plan')}</Button>}>
      <div className="k-stack">
        <LoadBar busy={isPending} />
        {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {data !== undefined && rows.length === 0 ? <EmptyState>{t('counts.proposal-none')}</EmptyState> : null}
        <ul className="counts-proposal">{rows.map((row) => (
          <li key={`${row.partId} ${row.placeId}`}><strong>{row.bin}</strong><span>{row.number} {english ? row.nameEn : row.nameZh}</span><span className="k-quiet-text"><WhyChosen why={row} /></span></li>
        ))}</ul>
      </div>
    </Dialog>
  )
}
