import { Printer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { approveRequest, refuseRequest } from '../../approvals/contract.ts'
import { askReversal, printScrap, withdrawScrap, type ScrapView } from '../contract.ts'
import { whyNotReverse } from '../domain/scrap.ts'
import { stockHealthPermissions } from '../permissions.ts'
import { ScrapDialog } from './scrap-dialog.tsx'
import { stockHealthTexts } from './texts.ts'

type Asked = 'sign' | 'send-back' | 'withdraw' | 'reversal'

/** What this person may do now: sign or send back when it is his turn, put right what came back, ask for the reversal. */
export function ScrapDeeds({ scrap }: { scrap: ScrapView }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const asks = useMay()(stockHealthPermissions.askScrap)
  const [asked, setAsked] = useState<Asked | 'again' | null>(null)
  const back = scrap.status === 'sent-back' && asks
  const items: MenuItem[] = [
    { id: 'print', icon: Printer, text: t('stock-health.print'), onPick: () => openPaper(printScrap, { scrapId: scrap.id }) },
    ...(back ? [{ id: 'withdraw', text: t('stock-health.withdraw'), destructive: true, separated: true, onPick: () => setAsked('withdraw') }] : []),
    ...(asks && whyNotReverse(scrap.status) === null ? [{ id: 'reversal', text: t('stock-health.reversal'), destructive: true, separated: true, onPick: () => setAsked('reversal') }] : []),
  ]
  return (
    <div className="sh-deeds">
      {back ? <Button kind="primary" onPress={() => setAsked('again')}>{t('stock-health.ask-again')}</Button> : null}
      {scrap.request === null ? null : (
        <>
          {scrap.request.reversal ? null : <Button onPress={() => setAsked('send-back')}>{t('stock-health.send-back')}</Button>}
          <Button kind="primary" onPress={() => setAsked('sign')}>{t(scrap.request.reversal ? 'stock-health.approve-reversal' : scrap.next === 'signature' ? 'stock-health.sign-last' : 'stock-health.sign')}</Button>
        </>
      )}
      <Menu label={t('stock-health.more-deeds')} items={items} />
      {asked === 'again' ? <ScrapDialog before={scrap} onClose={() => setAsked(null)} /> : null}
      {asked === null || asked === 'again' ? null : <AskedDeed id={asked} scrap={scrap} onClose={() => setAsked(null)} />}
    </div>
  )
}

/** Signing is answering what waits in the inbox of approvals: the same request, the same rules. */
function AskedDeed({ id, scrap, onClose }: { id: Asked; scrap: ScrapView; onClose: () => void }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const toast = useToast()
  const reversal = scrap.request?.reversal === true
  const said = { sign: reversal ? 'reversal-done' : 'signed', 'send-back': 'sent-back', withdraw: 'withdrawn', reversal: 'reversal-asked' } as const
  const then = () => { onClose(); toast({ text: t(`stock-health.${said[id]}`) }) }
  const [yes, no, withdraw, ask] = [useDeed(approveRequest, then), useDeed(refuseRequest, then), useDeed(withdrawScrap, then), useDeed(askReversal, then)]
  const deed = { sign: yes, 'send-back': no, withdraw, reversal: ask }[id]
  const run = (reason: string): void => {
    const params = { scrapId: scrap.id }
    const body = { version: scrap.version, reason }
    if (id === 'withdraw') withdraw.run({ params, body })
    else if (id === 'reversal') ask.run({ params, body })
    else if (scrap.request !== null) (id === 'sign' ? yes : no).run({ params: { requestId: scrap.request.id }, body: { version: scrap.request.version, reason } })
  }
  const last = scrap.next === 'signature'
  const title = id === 'sign' ? t(reversal ? 'stock-health.approve-reversal' : last ? 'stock-health.sign-last' : 'stock-health.sign') : t(`stock-health.${id}`)
  const question: ReactNode = id === 'sign' ? t(reversal ? 'stock-health.approve-reversal-question' : last ? 'stock-health.sign-last-question' : 'stock-health.sign-question') : t(`stock-health.${id}-question`)
  return (
    <ConfirmDialog title={title} confirmText={title} kind={id === 'sign' ? 'primary' : 'danger'} busy={deed.busy} error={deed.error} onConfirm={run} onClose={onClose}
      {...(id === 'sign' ? {} : { reason: { label: t('stock-health.reason'), missing: t('stock-health.reason-missing') } })}>{question}</ConfirmDialog>
  )
}
