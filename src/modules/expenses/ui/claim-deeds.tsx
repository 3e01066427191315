import { useState, type ReactNode } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { approveRequest, refuseRequest } from '../../approvals/contract.ts'
import { reverseClaim, settleClaim, withdrawClaim, type ClaimView } from '../contract.ts'
import { paidAtSettling } from '../domain/claim.ts'
import { expensePermissions } from '../permissions.ts'
import { ClaimDialog } from './claim-dialog.tsx'
import { expenseTexts } from './texts.ts'

type Asked = 'sign' | 'approve' | 'send-back' | 'withdraw' | 'settle' | 'reverse'

/** What this person may do now: sign or send back when it is his turn, put right what came back, settle, reverse. */
export function ClaimDeeds({ claim }: { claim: ClaimView }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const may = useMay()
  const [asked, setAsked] = useState<Asked | 'again' | null>(null)
  const back = claim.status === 'sent-back' && claim.own
  const yes = claim.next === 'signature' ? 'sign' : 'approve'
  const settles = claim.status === 'approved' && may(expensePermissions.pay)
  const items: MenuItem[] = [
    ...(back ? [{ id: 'withdraw', text: t('expenses.withdraw'), destructive: true, onPick: () => setAsked('withdraw') }] : []),
    ...(claim.status === 'settled' && may(expensePermissions.reverse) ? [{ id: 'reverse', text: t('expenses.reverse'), destructive: true, onPick: () => setAsked('reverse') }] : []),
  ]
  return (
    <div className="ex-deeds">
      {back ? <Button kind="primary" onPress={() => setAsked('again')}>{t('expenses.again')}</Button> : null}
      {claim.request === null ? null : <><Button onPress={() => setAsked('send-back')}>{t('expenses.send-back')}</Button><Button kind="primary" onPress={() => setAsked(yes)}>{t(`expenses.${yes}`)}</Button></>}
      {settles ? <Button kind="primary" whyNot={claim.own ? t('expenses.own-claim') : claim.receiptMissing ? t('expenses.receipt-missing') : null} onPress={() => setAsked('settle')}>{t('expenses.settle')}</Button> : null}
      {items.length === 0 ? null : <Menu label={t('expenses.more')} items={items} />}
      {asked === 'again' ? <ClaimDialog before={claim} onClose={() => setAsked(null)} /> : null}
      {asked === null || asked === 'again' ? null : <AskedDeed id={asked} claim={claim} onClose={() => setAsked(null)} />}
    </div>
  )
}

/** Signing is answering what waits in the inbox of approvals: the same request, the same rules. */
function AskedDeed({ id, claim, onClose }: { id: Asked; claim: ClaimView; onClose: () => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const toast = useToast()
  const said = { sign: 'signed', approve: 'signed', 'send-back': 'sent-back', withdraw: 'withdrawn', settle: 'settled', reverse: 'reversed' } as const
  const then = () => { onClose(); toast({ text: t(`expenses.${said[id]}`) }) }
  const [yes, no, withdraw, settle, reverse] = [useDeed(approveRequest, then), useDeed(refuseRequest, then), useDeed(withdrawClaim, then), useDeed(settleClaim, then), useDeed(reverseClaim, then)]
  const deed = { sign: yes, approve: yes, 'send-back': no, withdraw, settle, reverse }[id]
  const run = (reason: string): void => {
    const params = { claimId: claim.id }
    const { version, request } = claim
    if (id === 'settle') settle.run({ params, body: { version } })
    else if (id === 'withdraw' || id === 'reverse') (id === 'withdraw' ? withdraw : reverse).run({ params, body: { version, reason } })
    else if (request !== null) (id === 'send-back' ? no : yes).run({ params: { requestId: request.id }, body: { version: request.version, reason } })
  }
  const title = t(`expenses.${id}`)
  const question: ReactNode = id === 'settle' ? <SettleQuestion claim={claim} /> : t(`expenses.${id}-question`)
  const calm = id === 'sign' || id === 'approve' || id === 'settle'
  return (
    <ConfirmDialog title={title} confirmText={title} kind={calm ? 'primary' : 'danger'} busy={deed.busy} error={deed.error} onConfirm={run} onClose={onClose}
      {...(calm ? {} : { reason: { label: t('expenses.reason'), missing: t('expenses.reason-missing') } })}>{question}</ConfirmDialog>
  )
}

function SettleQuestion({ claim }: { claim: ClaimView }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const paid = paidAtSettling(claim.amountFen, claim.advanceFen)
  const money = { amount: formatFen(Math.abs(paid)), person: claim.personName }
  return <>{paid === 0 ? t('expenses.settle-question-even') : t(paid > 0 ? 'expenses.settle-question-out' : 'expenses.settle-question-back', money)}{claim.iouNumber === null ? null : ` ${t('expenses.hand-back', { number: claim.iouNumber })}`}</>
}
