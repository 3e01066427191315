import { useState } from 'react'
import { fromWallTime, wallTime } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { checkTask, doTask, passTask, withdrawTask, type TaskDetail } from '../contract.ts'
import { taskPermissions } from '../permissions.ts'
import { OwnerFields, ownerMissing, type OwnerWish } from './owner-fields.tsx'
import { taskTexts } from './texts.ts'

type Asking = 'do' | 'return' | 'pass' | 'withdraw'
type Props = { task: TaskDetail; onClose: () => void }

/** What may be done with it by whoever looks at it. */
export function TaskDeeds({ task }: { task: TaskDetail }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const toast = useToast()
  const may = useMay()
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const check = useDeed(checkTask, () => toast({ text: t('tasks.was-checked') }))
  const [open, judges] = [task.status === 'open', task.gave || may(taskPermissions.judgeAll)]
  const mayPass = open && may(taskPermissions.do) && (task.mine || judges)
  const mayWithdraw = open && may(taskPermissions.check) && judges
  const mayCheck = task.status === 'done' && may(taskPermissions.check) && judges
  const ownWork = task.did ? t('tasks.own-work') : null
  return (
    <>
      {check.error === null ? null : <Notice tone="danger">{check.error}</Notice>}
      <div className="k-row">
        {open && task.mine && may(taskPermissions.do) ? <Button kind="primary" onPress={() => setAsking('do')}>{t('tasks.do')}</Button> : null}
        {mayCheck ? <Button kind="primary" busy={check.busy} whyNot={ownWork} onPress={() => check.run({ params: { taskId: task.id }, body: { version: task.version, good: true } })}>{t('tasks.check-good')}</Button> : null}
        {mayCheck ? <Button whyNot={ownWork} onPress={() => setAsking('return')}>{t('tasks.send-back')}</Button> : null}
        {mayPass ? <Button onPress={() => setAsking('pass')}>{t('tasks.pass')}</Button> : null}
        {mayWithdraw ? <Menu label={t('tasks.more')} items={[{ id: 'withdraw', text: t('tasks.withdraw'), destructive: true, onPick: () => setAsking('withdraw') }]} /> : null}
      </div>
      {asking === 'do' ? <DoDialog task={task} onClose={close} /> : null}
      {asking === 'return' ? <ReturnDialog task={task} onClose={close} /> : null}
      {asking === 'pass' ? <PassDialog task={task} onClose={close} /> : null}
      {asking === 'withdraw' ? <WithdrawDialog task={task} onClose={close} /> : null}
    </>
  )
}

function DoDialog({ task, onClose }: Props) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const toast = useToast()
  const [words, setWords] = useState('')
  const deed = useDeed(doTask, () => { onClose(); toast({ text: t('tasks.was-done') }) })
  const missing = words.trim() === ''
  return (
    <Dialog title={t('tasks.do')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { taskId: task.id }, body: { version: task.version, words } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('tasks.words-missing') : null}>{t('tasks.do')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('tasks.do-words')} name="done-words" value={words} onChange={setWords} required autoFocus maxLength={1_000} {...(task.photoNeeded ? { hint: t('tasks.photo-needed') } : {})} />
      </div>
    </Dialog>
  )
}

function ReturnDialog({ task, onClose }: Props) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const toast = useToast()
  const deed = useDeed(checkTask, () => { onClose(); toast({ text: t('tasks.was-returned') }) })
  return <ConfirmDialog title={t('tasks.send-back')} confirmText={t('tasks.send-back')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('tasks.reason'), missing: t('tasks.reason-missing') }} onConfirm={(words) => deed.run({ params: { taskId: task.id }, body: { version: task.version, good: false, words } })} />
}

function WithdrawDialog({ task, onClose }: Props) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const toast = useToast()
  const deed = useDeed(withdrawTask, () => { onClose(); toast({ text: t('tasks.was-withdrawn') }) })
  return <ConfirmDialog title={t('tasks.withdraw')} confirmText={t('tasks.withdraw')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('tasks.reason'), missing: t('tasks.reason-missing') }} onConfirm={(reason) => deed.run({ params: { taskId: task.id }, body: { version: task.version, reason } })} />
}

function PassDialog({ task, onClose }: Props) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const toast = useToast()
  const { timeZone } = useSession().store
  const [owner, setOwner] = useState<OwnerWish>(() => ({ position: task.position, ownerId: task.ownerId, due: wallTime(new Date(task.dueAt), timeZone) }))
  const [words, setWords] = useState('')
  const deed = useDeed(passTask, () => { onClose(); toast({ text: t('tasks.was-passed') }) })
  const missing = words.trim() === '' || ownerMissing(owner, timeZone)
  const submit = () => {
    const { position, ownerId, due } = owner
    // A deadline that was not touched stays to the second.
    const dueAt = due === wallTime(new Date(task.dueAt), timeZone) ? task.dueAt : fromWallTime(due, timeZone)?.toISOString()
    if (!missing && position !== null && dueAt !== undefined) deed.run({ params: { taskId: task.id }, body: { version: task.version, position, ownerId, dueAt, words } })
  }
  return (
    <Dialog title={t('tasks.pass')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('tasks.reason-missing') : null}>{t('tasks.pass')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <OwnerFields wish={owner} onChange={setOwner} />
        <TextAreaField label={t('tasks.reason')} name="reason" value={words} onChange={setWords} required rows={2} maxLength={300} />
      </div>
    </Dialog>
  )
}
