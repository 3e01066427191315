import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { changeTeam, makeTeam, type TeamRow, type Teams } from '../contract.ts'
import { whyNotCall } from '../domain/team.ts'
import { peopleOf, useTeamName, type Person } from './people.ts'
import { teamTexts } from './texts.ts'

export function PersonField({ label, name, value, onChange, people }: { label: string; name: string; value: string; onChange: (id: string) => void; people: readonly Person[] }) {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const { nameOf } = usePositions()
  return <SelectField label={label} name={name} required value={value} onChange={onChange} choices={[{ value: '', text: t('teams.choose') }, ...people.map(({ id, name: text, positions }) => ({ value: id, text: `${text} · ${t.list(positions.map(nameOf))}` }))]} />
}

/** A new team, or another name or leader for one that is there. */
export function TeamDialog({ team, teams, onClose }: { team: TeamRow | null; teams: Teams; onClose: () => void }) {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const toast = useToast()
  const called = useTeamName()
  const [wish, set] = useWish({ nameZh: team?.nameZh ?? '', nameEn: team?.nameEn ?? '', leaderId: team?.leaderId ?? '' })
  const make = useDeed(makeTeam, () => { onClose(); toast({ text: t('teams.made', { name: called(wish) }) }) })
  const change = useDeed(changeTeam, () => { onClose(); toast({ text: t('teams.changed') }) })
  const deed = team === null ? make : change
  const refusal = whyNotCall(wish, teams.rows.filter((other) => other.id !== team?.id))
  const whyNot = t.refusal(refusal) ?? (wish.leaderId === '' ? t('teams.fill-in') : null)
  const submit = () => {
    if (whyNot !== null) return
    if (team === null) make.run({ body: wish })
    else change.run({ params: { teamId: team.id }, body: { ...wish, version: team.version } })
  }
  const outcome = t(team === null ? 'teams.make' : 'teams.change')
  return (
    <Dialog title={outcome} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{outcome}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {refusal?.code === 'teams.name-taken' ? <Notice tone="warn">{whyNot}</Notice> : null}
        <TextField label={t('teams.name-zh')} name="nameZh" required value={wish.nameZh} onChange={set('nameZh')} maxLength={20} autoComplete="off" />
        <TextField label={t('teams.name-en')} name="nameEn" required value={wish.nameEn} onChange={set('nameEn')} maxLength={40} autoComplete="off" />
        <PersonField label={t('teams.leader')} name="leader" value={wish.leaderId} onChange={set('leaderId')} people={peopleOf(teams)} />
      </div>
    </Dialog>
  )
}
