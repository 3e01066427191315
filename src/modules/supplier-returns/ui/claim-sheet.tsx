import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { seeClaim, type ClaimView } from '../contract.ts'
import { whyNotClose, whyNotReopen, whyNotWithdrawClaim } from '../domain/claim.ts'
import { supplierReturnPermissions as rights } from '../permissions.ts'
import { AnswerDialog, CloseDialog, ReopenDialog, WithdrawDialog } from './claim-dialogs.tsx'
import { supplierReturnTexts } from './texts.ts'
import { claimTones } from './tones.ts'

export function ClaimSheet({ claimId }: { claimId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeClaim, { params: { claimId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet claim={data} />
}

function Sheet({ claim }: { claim: ClaimView }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const moments = useMoments()
  return (
    <article className="sr-sheet" aria-label={claim.number}>
      <header className="sr-head"><h2>{claim.partNumber}</h2><StatusTag tone={claimTones[claim.status]} text={t(`supplier-returns.claim-status.${claim.status}`)} />{claim.overdue ? <StatusTag tone="danger" text={t('supplier-returns.claim-overdue')} /> : null}<span className="k-quiet-text">{claim.number}</span></header>
      <ClaimDeeds claim={claim} />
      {claim.words === '' ? null : <Notice tone={claim.status === 'closed' ? 'info' : 'warn'}>{claim.words}</Notice>}
      <Facts layout="columns" facts={[
        { id: 'supplier', label: t('supplier-returns.supplier'), value: claim.supplierName },
        { id: 'quantity', label: t('supplier-returns.quantity'), value: <Quantity thousandths={claim.thousandths} /> },
        { id: 'claimed', label: t('supplier-returns.claimed'), value: <Money fen={claim.claimedFen} strong /> },
        { id: 'due', label: t('supplier-returns.due-day'), value: claim.dueDay },
        { id: 'basis', label: t('supplier-returns.basis'), value: <>{t(`supplier-returns.basis.${claim.basis}`)} <Link to={`${claim.basis === 'job' ? '/repair-orders' : '/receiving'}/${claim.basisId}`}>{claim.basisNumber}</Link></> },
        { id: 'opened', label: t('supplier-returns.opened-by'), value: `${claim.openedByName} ${moments.full(claim.openedAt)}` },
        { id: 'fault', label: t('supplier-returns.fault'), value: claim.fault, wide: true },
      ]} />
      {claim.answeredAt === null ? null : (
        <Section title={t('supplier-returns.answer-from')} panel>
          <Facts layout="columns" facts={[
            { id: 'with', label: t('supplier-returns.agreed-with'), value: claim.answeredWith ?? '' },
            { id: 'remedy', label: t('supplier-returns.remedy'), value: t(`supplier-returns.remedy.${claim.remedy ?? 'none'}`) },
            ...(claim.grantedFen === null ? [] : [{ id: 'granted', label: t('supplier-returns.granted'), value: <Money fen={claim.grantedFen} strong /> }]),
            ...(claim.statementId === null ? [] : [{ id: 'statement', label: t('supplier-returns.statement'), value: <Link to={`/supplier-statements/${claim.statementId}`}>{claim.statementNumber}</Link> }]),
            { id: 'by', label: t('supplier-returns.answer'), value: `${claim.answeredByName ?? ''} ${moments.full(claim.answeredAt)}` },
            { id: 'words', label: t('supplier-returns.answer-words'), value: claim.answerWords ?? '', wide: true },
          ]} />
        </Section>
      )}
      <Section title={t('supplier-returns.photos')}><PhotoStrip subject="supplier-claim" subjectId={claim.id} occasion="problem" open={claim.status !== 'closed' && claim.status !== 'withdrawn'} size="desk" /></Section>
    </article>
  )
}

const dialogs = { answer: AnswerDialog, close: CloseDialog, reopen: ReopenDialog, withdraw: WithdrawDialog } as const

function ClaimDeeds({ claim }: { claim: ClaimView }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const may = useMay()
  const [asked, setAsked] = useState<keyof typeof dialogs | null>(null)
  const facts = { status: claim.status, remedy: claim.remedy, statement: claim.statementNumber }
  const answered = claim.status === 'accepted' || claim.status === 'refused'
  const items: MenuItem[] = [
    ...(may(rights.close) && whyNotReopen(facts) === null ? [{ id: 'reopen', text: t('supplier-returns.reopen'), onPick: () => setAsked('reopen') }] : []),
    ...(may(rights.claim) && whyNotWithdrawClaim(claim.status) === null ? [{ id: 'withdraw', text: t('supplier-returns.withdraw-claim'), destructive: true, separated: true, onPick: () => setAsked('withdraw') }] : []),
  ]
  const Asking = asked === null ? null : dialogs[asked]
  return (
    <div className="sr-deeds">
      {may(rights.claim) && claim.status === 'open' ? <Button kind="primary" onPress={() => setAsked('answer')}>{t('supplier-returns.answer')}</Button> : null}
      {may(rights.close) && answered ? <Button kind="primary" whyNot={t.refusal(whyNotClose(facts))} onPress={() => setAsked('close')}>{t('supplier-returns.close-claim')}</Button> : null}
      {items.length === 0 ? null : <Menu label={t('supplier-returns.more')} items={items} />}
      {Asking === null ? null : <Asking claim={claim} onClose={() => setAsked(null)} />}
    </div>
  )
}
