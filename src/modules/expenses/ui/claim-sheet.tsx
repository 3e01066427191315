import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Steps } from '../../../ui-kit/steps.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { seeClaim, type ClaimView } from '../contract.ts'
import { paidAtSettling, takesReceipts } from '../domain/claim.ts'
import { ClaimDeeds } from './claim-deeds.tsx'
import { expenseTexts } from './texts.ts'
import { claimTones } from './tones.ts'
import { useKinds } from './use-kinds.ts'

export function ClaimSheet({ claimId }: { claimId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeClaim, { params: { claimId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet claim={data} />
}

/** What was spent, how far the signatures are, and what the till gives or takes. */
function Sheet({ claim }: { claim: ClaimView }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const moments = useMoments()
  const kinds = useKinds()
  const paid = claim.paidFen ?? paidAtSettling(claim.amountFen, claim.advanceFen)
  const settled = claim.paidFen !== null
  const hands = [['signature', claim.signedByName, claim.signedAt], ['approval', claim.approvedByName, claim.approvedAt], ['settling', claim.settledByName, claim.settledAt]] as const
  const next = claim.next ?? (claim.status === 'approved' ? 'settling' : null)
  return (
    <article className="ex-sheet" aria-label={claim.number}>
      <header className="ex-head"><h2>{claim.purpose}</h2><StatusTag tone={claimTones[claim.status]} text={t(`expenses.status.${claim.status}`)} /><span className="k-quiet-text">{claim.number}</span></header>
      <ClaimDeeds claim={claim} />
      {claim.words === '' ? null : <Notice tone="warn" title={t(`expenses.status.${claim.status}`)}>{claim.words}</Notice>}
      <Steps label={t('expenses.progress')} steps={hands.map(([step, name, at]) => ({ id: step, text: t(`expenses.step.${step}`), note: at === null ? undefined : `${name ?? ''} ${moments.full(at)}`, state: at !== null ? 'done' : next === step ? 'current' : 'coming' }))} />
      <Facts layout="columns" facts={[
        { id: 'person', label: t('expenses.person'), value: `${claim.personName} ${moments.full(claim.askedAt)}` },
        { id: 'kind', label: t('expenses.kind'), value: kinds.nameOf(claim.kind) },
        { id: 'spent', label: t('expenses.spent-on'), value: claim.spentOn },
        { id: 'amount', label: t('expenses.amount'), value: <Money fen={claim.amountFen} strong /> },
        ...(claim.iouNumber === null ? [] : [{ id: 'iou', label: t('expenses.iou'), value: claim.iouNumber }, { id: 'advance', label: t('expenses.advance'), value: <Money fen={claim.advanceFen} /> }]),
        { id: 'paid', label: t(paid >= 0 ? settled ? 'expenses.paid-out' : 'expenses.to-pay-out' : settled ? 'expenses.taken-back' : 'expenses.to-take-back'), value: <Money fen={Math.abs(paid)} strong /> },
      ]} />
      <Section title={t('expenses.receipts')}>{claim.receiptMissing && takesReceipts(claim.status) ? <Notice tone="warn">{t('expenses.receipt-wanted')}</Notice> : null}<PhotoStrip subject="expense" subjectId={claim.id} occasion="receipt" open={takesReceipts(claim.status)} size="desk" /></Section>
    </article>
  )
}
