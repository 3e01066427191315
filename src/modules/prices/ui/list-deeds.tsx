import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { approveRequest, refuseRequest, withdrawRequest } from '../../approvals/contract.ts'
import { askForList, discardList, prepareList, reverseList, withdrawList, type ListView } from '../contract.ts'
import { whyNotAsk, whyNotPrepare } from '../domain/list.ts'
import { pricePermissions } from '../permissions.ts'
import { priceTexts } from './texts.ts'

type Asked = 'ask' | 'approve' | 'send-back' | 'call-back' | 'discard' | 'withdraw' | 'reverse'

/** What may be done with the list now, by this person. */
export function ListDeeds({ list }: { list: ListView }) {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const may = useMay()
  const today = useToday()
  const [opened, setOpened] = useState<Asked | 'prepare' | null>(null)
  const { state, request, fromDay } = list
  const drafts = state === 'draft' && may(pricePermissions.draft)
  const changed = list.counts.filter(({ change }) => change !== 'same' && change !== 'gone').reduce((sum, { count }) => sum + count, 0)
  const whyNot = t.refusal(whyNotAsk({ status: 'draft', fromDay, today, lines: changed }))
  const close = () => setOpened(null)
  const able: Readonly<Record<'call-back' | 'discard' | 'withdraw' | 'reverse', boolean>> = {
    'call-back': request?.own === true, discard: (state === 'draft' || state === 'reading') && may(pricePermissions.draft), withdraw: state === 'waits' && may(pricePermissions.approve), reverse: state === 'in-force' && !list.counter && may(pricePermissions.approve),
  }
  const items = (['call-back', 'discard', 'withdraw', 'reverse'] as const).filter((id) => able[id]).map((id): MenuItem => ({ id, text: t(`prices.${id}`), destructive: true, onPick: () => setOpened(id) }))
  return (
    <div className="pr-deeds">
      {drafts ? <Button kind={whyNot === null ? 'plain' : 'primary'} onPress={() => setOpened('prepare')}>{t('prices.prepare')}</Button> : null}
      {drafts ? <Button kind={whyNot === null ? 'primary' : 'plain'} whyNot={whyNot} onPress={() => setOpened('ask')}>{t('prices.ask')}</Button> : null}
      {request === null || request.own ? null : <><Button onPress={() => setOpened('send-back')}>{t('prices.send-back')}</Button><Button kind="primary" onPress={() => setOpened('approve')}>{t('prices.approve')}</Button></>}
      {items.length === 0 ? null : <Menu label={t('prices.more')} items={items} />}
      {opened === null ? null : opened === 'prepare' ? <PrepareDialog list={list} onClose={close} /> : <AskedDeed id={opened} list={list} onClose={close} />}
    </div>
  )
}

function PrepareDialog({ list, onClose }: { list: ListView; onClose: () => void }) {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const toast = useToast()
  const today = useToday()
  const [{ name, fromDay }, set] = useWish({ name: list.name, fromDay: list.fromDay ?? '' })
  const deed = useDeed(prepareList, () => { onClose(); toast({ text: t('prices.prepared') }) })
  const whyNot = name.trim() === '' ? t('prices.fill-in') : t.refusal(whyNotPrepare({ status: 'draft', fromDay: fromDay === '' ? null : fromDay, today }))
  return (
    <Dialog title={t('prices.prepare')} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { listId: list.id }, body: { version: list.version, name, fromDay } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('prices.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {fromDay !== '' && whyNot !== null ? <Notice tone="warn">{whyNot}</Notice> : null}
        <TextField label={t('prices.name')} name="list-name" value={name} onChange={set('name')} maxLength={60} required />
        <DateTimeField kind="date" label={t('prices.from-day')} name="from-day" value={fromDay} onChange={set('fromDay')} required />
      </div>
    </Dialog>
  )
}

const saidOf = { ask: 'asked-done', approve: 'approved-done', 'send-back': 'sent-back', 'call-back': 'called-back', discard: 'discarded', withdraw: 'withdrawn', reverse: 'reversed' } as const

/** Approving is answering what waits in the inbox of approvals: the same request, the same rules. */
function AskedDeed({ id, list, onClose }: { id: Asked; list: ListView; onClose: () => void }) {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const toast = useToast()
  const then = () => { onClose(); toast({ text: t(`prices.${saidOf[id]}`) }) }
  const [ask, discard, withdraw, reverse] = [useDeed(askForList, then), useDeed(discardList, then), useDeed(withdrawList, then), useDeed(reverseList, then)]
  const [yes, no, back] = [useDeed(approveRequest, then), useDeed(refuseRequest, then), useDeed(withdrawRequest, then)]
  const deed = { ask, approve: yes, 'send-back': no, 'call-back': back, discard, withdraw, reverse }[id]
  const params = { listId: list.id }
  const run = (reason: string): void => {
    const { request, version } = list
    if (id === 'ask') ask.run({ params, body: { version } })
    else if (id === 'discard' || id === 'withdraw' || id === 'reverse') ({ discard, withdraw, reverse })[id].run({ params, body: { version, reason } })
    else if (request !== null && id === 'call-back') back.run({ params: { requestId: request.id }, body: { version: request.version } })
    else if (request !== null) (id === 'approve' ? yes : no).run({ params: { requestId: request.id }, body: { version: request.version, reason } })
  }
  const plain = id === 'ask' || id === 'approve' || id === 'call-back'
  return (
    <ConfirmDialog title={t(`prices.${id}`)} confirmText={t(`prices.${id}`)} kind={id === 'ask' || id === 'approve' ? 'primary' : 'danger'} busy={deed.busy} error={deed.error} onConfirm={run} onClose={onClose}
      {...(plain ? {} : { reason: { label: t('prices.reason'), missing: t('prices.reason-missing') } })}>{t(`prices.${id}-question`, { day: list.fromDay ?? '' })}</ConfirmDialog>
  )
}
