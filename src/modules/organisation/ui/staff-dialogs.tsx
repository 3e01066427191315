import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addMember, addPerson, changePositions, leave, renamePerson, seeOpenWork, type AccountRow } from '../contract.ts'
import { isWhole, PositionFields, sendable, type Membership } from './position-fields.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { organisationTexts } from './texts.ts'

type Closing = { onClose: () => void }

/** The one-time password stands on the screen until it was noted; then the new person opens. */
export function AddPersonDialog({ onClose, onAdded }: Closing & { onAdded: (id: string) => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const today = useToday()
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [wish, setWish] = useState<Membership>({ positions: [], since: today, until: '' })
  const [tried, setTried] = useState(false)
  const [added, setAdded] = useState<{ id: string; password: string } | null>(null)
  const deed = useDeed(addPerson, setAdded)
  const submit = () => {
    setTried(true)
    if (name.trim() !== '' && login.trim() !== '' && isWhole(wish)) deed.run({ body: { name, login, ...sendable(wish) } })
  }
  if (added !== null) {
    return (
      <SecretDialog title={t('organisation.one-time-password')} note={t('organisation.one-time-note')} onClose={() => onAdded(added.id)}>
        <span>{name} · {login.toLowerCase()}</span><code translate="no">{added.password}</code>
      </SecretDialog>
    )
  }
  return (
    <Dialog title={t('organisation.add-person')} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('organisation.add-person')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="k-form">
          <TextField label={t('organisation.name')} required value={name} onChange={setName} maxLength={60} error={tried && name.trim() === '' ? t('organisation.required') : null} />
          <TextField label={t('organisation.login')} required value={login} onChange={setLogin} maxLength={60} autoComplete="off" hint={t('organisation.login-hint')} error={tried && login.trim() === '' ? t('organisation.required') : null} />
        </div>
        <PositionFields wish={wish} onChange={setWish} tried={tried} />
      </div>
    </Dialog>
  )
}

export function AddMemberDialog({ onClose, onAdded }: Closing & { onAdded: (id: string) => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const today = useToday()
  const [login, setLogin] = useState('')
  const [wish, setWish] = useState<Membership>({ positions: [], since: today, until: '' })
  const [tried, setTried] = useState(false)
  const deed = useDeed(addMember, ({ id }) => onAdded(id))
  const submit = () => {
    setTried(true)
    if (login.trim() !== '' && isWhole(wish)) deed.run({ body: { login, ...sendable(wish) } })
  }
  return (
    <Dialog title={t('organisation.add-member')} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('organisation.add-member')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p className="k-dialog-words">{t('organisation.add-member-hint')}</p>
        <TextField label={t('organisation.login')} required value={login} onChange={setLogin} maxLength={60} autoComplete="off" error={tried && login.trim() === '' ? t('organisation.required') : null} />
        <PositionFields wish={wish} onChange={setWish} tried={tried} />
      </div>
    </Dialog>
  )
}

export function RenameDialog({ account, onClose }: Closing & { account: AccountRow }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const [name, setName] = useState(account.name)
  const deed = useDeed(renamePerson, () => { toast({ text: t('organisation.saved') }); onClose() })
  return (
    <Dialog title={t('organisation.rename')} size="small" onClose={onClose} onSubmit={() => { if (name.trim() !== '') deed.run({ params: { personId: account.id }, body: { version: account.version, name } }) }}
      footer={<Button kind="primary" submit busy={deed.busy}>{t('organisation.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('organisation.name')} required value={name} onChange={setName} maxLength={60} error={name.trim() === '' ? t('organisation.required') : null} />
      </div>
    </Dialog>
  )
}

export function PositionsDialog({ account, onClose }: Closing & { account: AccountRow }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const today = useToday()
  const held = account.positions.filter(({ ended, until }) => !ended && (until === null || until >= today))
  const [wish, setWish] = useState<Membership>({ positions: held.map(({ position }) => position), since: today, until: held[0]?.until ?? '' })
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(changePositions, () => { toast({ text: t('organisation.saved') }); onClose() })
  const title = t(account.working ? 'organisation.change-positions' : 'organisation.rejoin')
  const submit = () => {
    setTried(true)
    if (isWhole(wish) && reason.trim() !== '') deed.run({ params: { personId: account.id }, body: { version: account.version, ...sendable(wish), reason } })
  }
  return (
    <Dialog title={`${title} · ${account.name}`} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{title}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <PositionFields wish={wish} onChange={setWish} tried={tried} />
        <TextAreaField label={t('organisation.reason')} required rows={2} maxLength={500} value={reason} onChange={setReason} error={tried && reason.trim() === '' ? t('organisation.reason-missing') : null} />
      </div>
    </Dialog>
  )
}

/** What he would leave undone: said before his last day is entered, so that somebody passes it on. */
function OpenWork({ personId }: { personId: string }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const work = useReading(seeOpenWork, { params: { personId } })
  return work.data?.kinds.map(({ kind, numbers }) => (
    <Notice key={kind} tone="warn">{t(`organisation.open-work-${kind}`, { count: String(numbers.length), numbers: numbers.join(' · ') })}</Notice>
  ))
}

export function LeaveDialog({ account, onClose }: Closing & { account: AccountRow }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const today = useToday()
  const [when, setWhen] = useState<'now' | 'on'>('on')
  const [lastDay, setLastDay] = useState(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(leave, () => { toast({ text: t('organisation.left-done') }); onClose() })
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '' && lastDay !== '') deed.run({ params: { personId: account.id }, body: { version: account.version, lastDay: when === 'now' ? null : lastDay, reason } })
  }
  return (
    <Dialog title={t('organisation.leave')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="danger" submit busy={deed.busy}>{t('organisation.leave')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p className="k-dialog-words">{t('organisation.leave-question', { name: account.name })}</p>
        <ChoiceField<'now' | 'on'> label={t('organisation.leave-when')} hint={when === 'now' ? t('organisation.leave-now-hint') : undefined} value={when} onChange={setWhen} choices={[{ value: 'on', text: t('organisation.leave-on') }, { value: 'now', text: t('organisation.leave-now') }]} />
        <OpenWork personId={account.id} />
        {when === 'on' ? <DateTimeField kind="date" label={t('organisation.leave-on')} required min={today} value={lastDay} onChange={setLastDay} error={tried && lastDay === '' ? t('organisation.required') : null} /> : null}
        <TextAreaField label={t('organisation.reason')} required rows={2} maxLength={500} value={reason} onChange={setReason} error={tried && reason.trim() === '' ? t('organisation.reason-missing') : null} />
      </div>
    </Dialog>
  )
}
