import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { issueDaily } from '../contract.ts'
import { whyNotIssue } from '../domain/daily.ts'
import { reportTexts } from './texts.ts'

/** What is issued stays: it is asked once more before. */
export function IssueDialog({ day, lastEdition, onClose }: { day: string; lastEdition: number; onClose: () => void }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const toast = useToast()
  const today = useToday()
  const [reason, setReason] = useState('')
  const deed = useDeed(issueDaily, ({ edition }) => { onClose(); toast({ text: t('reports.daily.issued', { edition }) }) })
  const whyNot = t.refusal(whyNotIssue({ day, today, lastEdition, seenEdition: lastEdition, reason }))
  return (
    <Dialog title={t('reports.daily.title', { day })} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { day, seenEdition: lastEdition, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t(lastEdition === 0 ? 'reports.daily.issue' : 'reports.daily.issue-again')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('reports.daily.issue-text', { day })}</p>
        {lastEdition === 0 ? null : <TextField label={t('reports.daily.reason')} name="reason" value={reason} onChange={setReason} required maxLength={300} />}
      </div>
    </Dialog>
  )
}
