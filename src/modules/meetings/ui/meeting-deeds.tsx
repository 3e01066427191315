import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { cancelMeeting, holdMeeting, issueMinutes, readMinutes, type MeetingDetail } from '../contract.ts'
import { meetingPermissions } from '../permissions.ts'
import { CodeDialog } from './code-dialog.tsx'
import { SignInDialog } from './sign-in-dialog.tsx'
import { meetingTexts } from './texts.ts'

type Asking = 'code' | 'sign-in' | 'issue' | 'cancel'
type Props = { meeting: MeetingDetail; onClose: () => void }

/** The next step of the meeting, by who runs it and by who was called. */
export function MeetingDeeds({ meeting }: { meeting: MeetingDetail }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const toast = useToast()
  const may = useMay()
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const at = { params: { meetingId: meeting.id } }
  const hold = useDeed(holdMeeting, () => toast({ text: t('meetings.begun') }))
  const read = useDeed(readMinutes, () => toast({ text: t('meetings.was-read') }))
  const me = meeting.participants.find(({ personId }) => personId === meeting.me)
  const [called, held, issued, over] = [meeting.status === 'called', meeting.status === 'held', meeting.status === 'issued', meeting.status === 'issued' || meeting.status === 'cancelled']
  const runs = meeting.runs && may(meetingPermissions.run)
  const there = me !== undefined && me.presentAt !== null
  const error = hold.error ?? read.error
  return (
    <>
      {error === null ? null : <Notice tone="danger">{error}</Notice>}
      <div className="k-row">
        {called && runs ? <Button kind="primary" busy={hold.busy} onPress={() => hold.run({ ...at, body: { version: meeting.version } })}>{t('meetings.begin')}</Button> : null}
        {held && runs ? <Button kind="primary" onPress={() => setAsking('issue')}>{t('meetings.issue')}</Button> : null}
        {!over && runs ? <Button onPress={() => setAsking('code')}>{t('meetings.show-code')}</Button> : null}
        {!over && !there && !(runs && me !== undefined) && may(meetingPermissions.attend) ? <Button kind={runs ? 'plain' : 'primary'} onPress={() => setAsking('sign-in')}>{t('meetings.sign-in')}</Button> : null}
        {!over && there ? <span className="k-quiet-text" role="status">{t('meetings.you-are-there')}</span> : null}
        {issued && (me === undefined || me.readAt === null) && may(meetingPermissions.attend) ? <Button kind="primary" busy={read.busy} onPress={() => read.run({ ...at, body: {} })}>{t('meetings.read')}</Button> : null}
        {called && runs ? <Menu label={t('meetings.more')} items={[{ id: 'cancel', text: t('meetings.cancel'), destructive: true, onPick: () => setAsking('cancel') }]} /> : null}
      </div>
      {asking === 'code' ? <CodeDialog meetingId={meeting.id} onClose={close} /> : null}
      {asking === 'sign-in' ? <SignInDialog meetingId={meeting.id} onClose={close} /> : null}
      {asking === 'issue' ? <IssueDialog meeting={meeting} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelDialog meeting={meeting} onClose={close} /> : null}
    </>
  )
}

function IssueDialog({ meeting, onClose }: Props) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const toast = useToast()
  const deed = useDeed(issueMinutes, () => { onClose(); toast({ text: t('meetings.was-issued') }) })
  return <ConfirmDialog title={t('meetings.issue')} confirmText={t('meetings.issue')} kind="primary" busy={deed.busy} error={deed.error} onClose={onClose} onConfirm={() => deed.run({ params: { meetingId: meeting.id }, body: { version: meeting.version } })}>{t('meetings.issue-question')}</ConfirmDialog>
}

function CancelDialog({ meeting, onClose }: Props) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const toast = useToast()
  const deed = useDeed(cancelMeeting, () => { onClose(); toast({ text: t('meetings.was-cancelled') }) })
  return <ConfirmDialog title={t('meetings.cancel')} confirmText={t('meetings.cancel')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('meetings.reason'), missing: t('meetings.reason-missing') }} onConfirm={(reason) => deed.run({ params: { meetingId: meeting.id }, body: { version: meeting.version, reason } })} />
}
