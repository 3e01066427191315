import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { closeTeam, type TeamRow } from '../contract.ts'
import { whyNotClose } from '../domain/team.ts'
import { useTeamName } from './people.ts'
import { teamTexts } from './texts.ts'

/** A team closes when nobody is in it any more; it says so with the reason. */
export function CloseDialog({ team, today, onClose }: { team: TeamRow; today: string; onClose: () => void }) {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const toast = useToast()
  const name = useTeamName()(team)
  const [from, setFrom] = useState(today)
  const [reason, setReason] = useState('')
  const deed = useDeed(closeTeam, () => { onClose(); toast({ text: t('teams.close-done', { name, from }) }) })
  const members = team.members.filter(({ until }) => until === null || until >= from).length
  const refusal = t.refusal(whyNotClose({ closedFrom: team.closedFrom, from, today, members }))
  const whyNot = refusal ?? (reason.trim() === '' ? t('teams.reason-missing') : null)
  return (
    <Dialog title={`${t('teams.close')} · ${name}`} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { teamId: team.id }, body: { version: team.version, from, reason } }) }}
      footer={<Button kind="danger" submit busy={deed.busy} whyNot={whyNot}>{t('teams.close')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {refusal === null ? <p>{t('teams.close-question')}</p> : <Notice tone="warn">{refusal}</Notice>}
        <DateTimeField kind="date" label={t('teams.from')} name="from" required value={from} onChange={setFrom} />
        <TextField label={t('teams.reason')} name="reason" required value={reason} onChange={setReason} maxLength={300} />
      </div>
    </Dialog>
  )
}
