import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { approveRequest, refuseRequest, withdrawRequest } from '../../approvals/contract.ts'
import { callOffPayment, closeStatement, discardStatement, matchAgain, printRequest, reopenStatement, takeBackPayment, type StatementView } from '../contract.ts'
import { whyNotClose, whyNotPay, whyNotPrintRequest } from '../domain/statement.ts'
import { supplierPermissions } from '../permissions.ts'
import { EnterDialog } from './enter-dialog.tsx'
import { InvoiceDialog, PayDialog } from './payment-dialogs.tsx'
import { supplierTexts } from './texts.ts'

type Asked = 'close' | 'reopen' | 'discard' | 'sign' | 'send-back' | 'withdraw' | 'call-off' | 'take-back'
type Opened = Asked | 'enter' | 'request' | 'pay'

/** What may be done with the statement now, by this person: one main thing at a time. */
export function StatementDeeds({ statement }: { statement: StatementView }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const may = useMay()
  const toast = useToast()
  const [opened, setOpened] = useState<Opened | null>(null)
  const again = useDeed(matchAgain, () => toast({ text: t('suppliers.matched') }))
  const { status, request } = statement
  const reconciles = status === 'open' && may(supplierPermissions.reconcile)
  const whyNot = t.refusal(whyNotClose({ status, states: statement.lines.map(({ state }) => state), fresh: true }))
  const close = () => setOpened(null)
  return (
    <div className="su-deeds">
      {reconciles ? <Button kind={whyNot === null ? 'plain' : 'primary'} onPress={() => setOpened('enter')}>{t('suppliers.enter')}</Button> : null}
      {reconciles ? <Button busy={again.busy} onPress={() => again.run({ params: { statementId: statement.id }, body: { version: statement.version } })}>{t('suppliers.match')}</Button> : null}
      {status === 'open' && may(supplierPermissions.close) ? <Button kind={whyNot === null ? 'primary' : 'plain'} whyNot={whyNot} onPress={() => setOpened('close')}>{t('suppliers.close')}</Button> : null}
      {status === 'closed' && may(supplierPermissions.requestPayment) ? <Button kind="primary" onPress={() => setOpened('request')}>{t('suppliers.request')}</Button> : null}
      {request === null || request.own ? null : <><Button onPress={() => setOpened('send-back')}>{t('suppliers.send-back')}</Button><Button kind="primary" onPress={() => setOpened('sign')}>{t('suppliers.sign')}</Button></>}
      {status === 'signed' && may(supplierPermissions.pay) ? <Button kind="primary" whyNot={t.refusal(whyNotPay(statement))} onPress={() => setOpened('pay')}>{t('suppliers.pay')}</Button> : null}
      <Rest statement={statement} onPick={setOpened} />
      {again.error === null ? null : <span role="alert">{again.error}</span>}
      {opened === 'enter' ? <EnterDialog statement={statement} onClose={close} /> : opened === 'request' ? <InvoiceDialog statement={statement} onClose={close} /> : opened === 'pay' ? <PayDialog statement={statement} onClose={close} />
        : opened === null ? null : <AskedDeed id={opened} statement={statement} onClose={close} />}
    </div>
  )
}

/** What is done seldom, and takes something back. */
function Rest({ statement, onPick }: { statement: StatementView; onPick: (id: Asked) => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const may = useMay()
  const { id: statementId, status, request } = statement
  const print: MenuItem = { id: 'print', icon: Printer, text: t('suppliers.print-request'), onPick: () => openPaper(printRequest, { statementId }) }
  const able: Readonly<Record<'reopen' | 'discard' | 'withdraw' | 'call-off' | 'take-back', boolean>> = {
    reopen: status === 'closed' && may(supplierPermissions.close), discard: status === 'open' && may(supplierPermissions.reconcile), withdraw: request?.own === true,
    'call-off': status === 'signed' && may(supplierPermissions.requestPayment), 'take-back': status === 'paid' && may(supplierPermissions.takeBackPayment),
  }
  const items = (['reopen', 'discard', 'withdraw', 'call-off', 'take-back'] as const).filter((id) => able[id]).map((id): MenuItem => ({ id, text: t(`suppliers.${id}`), destructive: true, onPick: () => onPick(id) }))
  if (whyNotPrintRequest(statement) === null) items.unshift(print)
  return items.length === 0 ? null : <Menu label={t('suppliers.more')} items={items} />
}

/** Signing is answering what waits in the inbox of approvals: the same request, the same rules. */
function AskedDeed({ id, statement, onClose }: { id: Asked; statement: StatementView; onClose: () => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const saidOf = { close: 'closed', reopen: 'reopened', discard: 'discarded', sign: 'signed-done', 'send-back': 'sent-back', withdraw: 'withdrawn', 'call-off': 'called-off', 'take-back': 'taken-back' } as const
  const then = () => { onClose(); toast({ text: t(`suppliers.${saidOf[id]}`) }) }
  const [close, reopen, discard, callOff, takeBack] = [useDeed(closeStatement, then), useDeed(reopenStatement, then), useDeed(discardStatement, then), useDeed(callOffPayment, then), useDeed(takeBackPayment, then)]
  const [yes, no, withdraw] = [useDeed(approveRequest, then), useDeed(refuseRequest, then), useDeed(withdrawRequest, then)]
  const deed = { close, reopen, discard, sign: yes, 'send-back': no, withdraw, 'call-off': callOff, 'take-back': takeBack }[id]
  const params = { statementId: statement.id }
  const run = (reason: string): void => {
    const body = { version: statement.version, reason }
    const { request } = statement
    if (id === 'close') close.run({ params, body: { version: statement.version } })
    else if (id === 'reopen' || id === 'discard' || id === 'call-off' || id === 'take-back') ({ reopen, discard, 'call-off': callOff, 'take-back': takeBack })[id].run({ params, body })
    else if (request !== null && id === 'withdraw') withdraw.run({ params: { requestId: request.id }, body: { version: request.version } })
    else if (request !== null) (id === 'sign' ? yes : no).run({ params: { requestId: request.id }, body: { version: request.version, reason } })
  }
  const amount = formatFen(id === 'close' ? statement.lines.reduce((sum, { agreedFen }) => sum + (agreedFen ?? 0), 0) : (statement.agreedFen ?? 0) + (statement.taxFen ?? 0))
  const plain = id === 'close' || id === 'sign' || id === 'withdraw'
  return (
    <ConfirmDialog title={t(`suppliers.${id}`)} confirmText={t(`suppliers.${id}`)} kind={id === 'close' || id === 'sign' ? 'primary' : 'danger'} busy={deed.busy} error={deed.error} onConfirm={run} onClose={onClose}
      {...(plain ? {} : { reason: { label: t('suppliers.reason'), missing: t('suppliers.reason-missing') } })}>{t(`suppliers.${id}-question`, { amount })}</ConfirmDialog>
  )
}
