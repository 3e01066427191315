import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { askCredit, askReversal, grantCredit, printStatement, reverseStatement, type StatementRow } from '../contract.ts'
import { whyNotReallocate } from '../domain/reallocation.ts'
import { settlementPermissions } from '../permissions.ts'
import { ReallocateDialog } from './reallocate-dialog.tsx'
import { settlementTexts } from './texts.ts'

type Asking = 'ask-reversal' | 'reverse' | 'ask-credit' | 'grant-credit'

/** Each deed of the menu asks before it is done; two of them ask somebody else. */
function useStatementDeeds(statement: StatementRow, onDone: () => void) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const asked = () => { onDone(); toast({ text: t('settlement.asked') }) }
  const reverse = useDeed(reverseStatement, onDone)
  const reversal = useDeed(askReversal, asked)
  const credit = useDeed(askCredit, asked)
  const grant = useDeed(grantCredit, () => { onDone(); toast({ text: t('settlement.credit-granted') }) })
  const { id: statementId, version } = statement
  const params = { statementId }
  return {
    'ask-reversal': { ...reversal, run: (reason: string) => reversal.run({ params, body: { reason } }) },
    reverse: { ...reverse, run: (reason: string) => reverse.run({ params, body: { version, reason } }) },
    'ask-credit': { ...credit, run: (reason: string) => credit.run({ params, body: { reason } }) },
    'grant-credit': { ...grant, run: (reason: string) => grant.run({ params, body: { version, reason } }) },
  }
}

/** Where it is not known what of a deposit went into the statement, it is not reversed from here. */
export function StatementMenu({ statement, depositFen = null }: { statement: StatementRow; depositFen?: number | null }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const may = useMay()
  const [asking, setAsking] = useState<Asking | null>(null)
  const deeds = useStatementDeeds(statement, () => setAsking(null))
  const reversed = statement.reversedAt === null ? null : t('settlement.reversed')
  const paid = statement.paidFen - (depositFen ?? 0)
  const [mayReverse, mayGrant, mayAsk] = [may(settlementPermissions.reverse), may(settlementPermissions.grantCredit), may(settlementPermissions.ask)]
  const whyNoCredit = reversed ?? (statement.creditDueOn === null ? null : t('settlement.on-credit-already'))
  const [moving, setMoving] = useState(false)
  const claim = whyNotReallocate({ ...statement, to: statement.payer === 'goodwill' ? 'customer' : 'goodwill', reversed: statement.reversedAt !== null, supplement: statement.supplementOf !== null, amountFen: statement.dueFen, reason: '-' })
  const credit = statement.payer !== 'customer' || statement.dueFen === 0 ? []
    : mayGrant ? [{ id: 'grant-credit', text: t('settlement.grant-credit'), whyNot: whyNoCredit, onPick: () => setAsking('grant-credit') }]
      : mayAsk ? [{ id: 'ask-credit', text: t('settlement.ask-credit'), whyNot: whyNoCredit, onPick: () => setAsking('ask-credit') }] : []
  return (
    <>
      <Menu label={t('settlement.more-actions')} items={[
        { id: 'print', icon: Printer, text: t('settlement.print'), onPick: () => openPaper(printStatement, { statementId: statement.id }) },
        ...credit,
        ...(claim === null && may(settlementPermissions.reallocate) ? [{ id: 'reallocate', text: t('settlement.reallocate'), onPick: () => setMoving(true) }] : []),
        ...(!mayReverse && mayAsk ? [{ id: 'ask', text: t('settlement.ask-reversal'), separated: true, whyNot: reversed, onPick: () => setAsking('ask-reversal') }] : []),
        ...(mayReverse && depositFen !== null ? [{ id: 'reverse', text: t('settlement.reverse'), destructive: true, separated: true, whyNot: reversed ?? (paid > 0 ? t('settlement.refund-first', { paid: paid / 100 }) : null), onPick: () => setAsking('reverse') }] : []),
      ]} />
      {moving ? <ReallocateDialog statement={statement} onClose={() => setMoving(false)} /> : null}
      {asking === null ? null : (
        <ConfirmDialog kind={asking === 'reverse' ? 'danger' : 'primary'} title={t(`settlement.${asking}`)} confirmText={t(`settlement.${asking}`)} busy={deeds[asking].busy} error={deeds[asking].error} reason={{ label: t('settlement.reason'), missing: t('settlement.reason-missing') }}
          onConfirm={deeds[asking].run} onClose={() => setAsking(null)}>{t(`settlement.question.${asking}`, { number: statement.number, due: statement.dueFen / 100 })}</ConfirmDialog>
      )}
    </>
  )
}
