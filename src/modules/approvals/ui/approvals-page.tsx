import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { listApprovals } from '../contract.ts'
import { ApprovalCard, OwnCard } from './approval-cards.tsx'
import { approvalTexts } from './texts.ts'
import './approvals.css'

/** What waits for my yes, and what became of my own requests. */
export function ApprovalsPage() {
  const t = useTexts(approvalTexts.zh, approvalTexts.en)
  const sentence = useSentence()
  const [side, setSide] = useState<'waiting' | 'mine'>('waiting')
  const { data, isError, error, refetch } = useReading(listApprovals, {})
  const waiting = data?.waiting ?? []
  const mine = data?.mine ?? []
  return (
    <PageFrame title={t('approvals.title')}>
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {data === undefined ? <LoadBar busy={!isError} /> : (
        <div className="approvals">
          <ChoiceField label={t('approvals.title')} hideLabel wide value={side} onChange={setSide} choices={[{ value: 'waiting', text: t('approvals.waiting', { count: waiting.length }) }, { value: 'mine', text: t('approvals.mine') }]} />
          {side === 'waiting' ? waiting.map((approval) => <ApprovalCard key={approval.id} approval={approval} />) : mine.map((request) => <OwnCard key={request.id} request={request} />)}
          {side === 'waiting' && waiting.length === 0 ? <EmptyState>{t('approvals.none')}</EmptyState> : null}
          {side === 'mine' && mine.length === 0 ? <EmptyState>{t('approvals.none-mine')}</EmptyState> : null}
        </div>
      )}
    </PageFrame>
  )
}
