import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { seeLimits, setLimit } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import { organisationTexts } from './texts.ts'

type Limit = AnswerOf<typeof seeLimits>['rows'][number]

/** How much each position may grant by itself. */
export function LimitsTab() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const sentence = useSentence()
  const english = useLanguage() === 'en'
  const mayChange = useMay()(organisationPermissions.maintainLimits)
  const limits = useReading(seeLimits, {})
  const [open, setOpen] = useState<Limit | null>(null)
  if (limits.isPending) return <LoadBar busy />
  if (limits.isError) return <LoadError state={{ error: sentence(limits.error), onRetry: () => { void limits.refetch() } }} />
  return (
    <div className="k-panel admin-scroll">
      <p className="k-quiet-text">{t('organisation.limits-hint')}</p>
      <DataTable label={t('organisation.limits')} rows={limits.data.rows} rowKey={({ position, kind }) => `${position} ${kind}`} minimumWidth={280} onOpen={mayChange ? setOpen : undefined} columns={[
        { id: 'position', header: t('organisation.position'), cell: ({ zh, en, kind }) => <span className="limit-name">{english ? en : zh} · <span className="k-quiet-text">{t(`organisation.limit.${kind}`)}</span></span> },
        { id: 'most', header: t('organisation.limit-amount'), width: 96, align: 'end', cell: ({ mostFen }) => <Money fen={mostFen} none={t('organisation.no-limit')} /> },
      ]} />
      {open === null ? null : <LimitDialog limit={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function LimitDialog({ limit, onClose }: { limit: Limit; onClose: () => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [free, setFree] = useState(limit.mostFen === null)
  const [mostFen, setMostFen] = useState(limit.mostFen)
  const [reason, setReason] = useState('')
  const deed = useDeed(setLimit, () => { toast({ text: t('organisation.limit-saved') }); onClose() })
  const whyNot = !free && mostFen === null ? t('organisation.limit-missing') : reason.trim() === '' ? t('organisation.reason-missing') : null
  const { position, kind, version } = limit
  return (
    <Dialog title={`${english ? limit.en : limit.zh} · ${t(`organisation.limit.${kind}`)}`} onClose={onClose} size="small"
      onSubmit={() => { if (whyNot === null) deed.run({ body: { position, kind, mostFen: free ? null : mostFen, version, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('organisation.set-limit')}</Button>}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="k-stack">
        <CheckField label={t('organisation.no-limit')} checked={free} onChange={setFree} />
        {free ? null : <MoneyField label={t('organisation.limit-amount')} name="most" value={mostFen} onChange={setMostFen} required />}
        <TextField label={t('organisation.reason')} name="reason" value={reason} onChange={setReason} required maxLength={300} />
      </div>
    </Dialog>
  )
}
