import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addMember, endMember, moveMember, type MemberRow, type TeamRow, type Teams } from '../contract.ts'
import { whyNotEnd, whyNotJoin, whyNotMove } from '../domain/membership.ts'
import { peopleOf, periodsOf, useTeamName } from './people.ts'
import { PersonField } from './team-dialog.tsx'
import { teamTexts } from './texts.ts'

/** Somebody joins; whoever is in a team already is moved instead. */
export function AddDialog({ team, teams, onClose }: { team: TeamRow; teams: Teams; onClose: () => void }) {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const toast = useToast()
  const nameOf = useTeamName()
  const [personId, setPersonId] = useState('')
  const [from, setFrom] = useState(teams.today)
  const people = peopleOf(teams)
  const name = people.find(({ id }) => id === personId)?.name ?? ''
  const deed = useDeed(addMember, () => { onClose(); toast({ text: t('teams.added', { name, from, team: nameOf(team) }) }) })
  const whyNot = personId === '' ? t('teams.fill-in') : t.refusal(whyNotJoin({ from, today: teams.today, closedFrom: team.closedFrom, periods: periodsOf(teams, personId, nameOf) }))
  return (
    <Dialog title={t('teams.member-of', { name: t('teams.add'), team: nameOf(team) })} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { teamId: team.id }, body: { personId, from } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('teams.add')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {personId === '' || whyNot === null ? null : <Notice tone="warn">{whyNot}</Notice>}
        <PersonField label={t('teams.person')} name="person" value={personId} onChange={setPersonId} people={people} />
        <DateTimeField kind="date" label={t('teams.from')} name="from" required value={from} onChange={setFrom} />
      </div>
    </Dialog>
  )
}

/** He goes over to another team, or out of his, from a day on. */
export function MemberDialog({ member, team, teams, onClose }: { member: MemberRow; team: TeamRow; teams: Teams; onClose: () => void }) {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const toast = useToast()
  const nameOf = useTeamName()
  const { id: memberId, personName: name, version } = member
  const others = teams.rows.filter(({ id, closedFrom }) => id !== team.id && closedFrom === null)
  const [how, setHow] = useState<'move' | 'end'>(others.length === 0 ? 'end' : 'move')
  const [toId, setToId] = useState(others[0]?.id ?? '')
  const [from, setFrom] = useState(teams.today)
  const to = others.find(({ id }) => id === toId)
  const move = useDeed(moveMember, () => { onClose(); toast({ text: t('teams.moved', { name, from, team: to === undefined ? '' : nameOf(to) }) }) })
  const end = useDeed(endMember, () => { onClose(); toast({ text: t('teams.end-done', { name, from }) }) })
  const deed = how === 'move' ? move : end
  const period = { id: memberId, teamId: team.id, teamName: nameOf(team), fromDay: member.from, untilDay: member.until }
  const facts = { from, today: teams.today, closedFrom: to?.closedFrom ?? null, periods: periodsOf(teams, member.personId, nameOf) }
  const whyNot = t.refusal(how === 'move' ? whyNotMove(period, toId, facts) : whyNotEnd(period, from, teams.today))
  const submit = () => {
    if (whyNot !== null) return
    if (how === 'move') move.run({ params: { memberId }, body: { version, teamId: toId, from } })
    else end.run({ params: { memberId }, body: { version, from } })
  }
  return (
    <Dialog title={t('teams.member-of', { name, team: nameOf(team) })} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind={how === 'move' ? 'primary' : 'danger'} submit busy={deed.busy} whyNot={whyNot}>{t(`teams.${how}`)}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {whyNot === null ? null : <Notice tone="warn">{whyNot}</Notice>}
        <ChoiceField label={t('teams.how')} hideLabel wide value={how} onChange={setHow} choices={(['move', 'end'] as const).map((value) => ({ value, text: t(`teams.how.${value}`), disabled: value === 'move' && others.length === 0 }))} />
        {how === 'move' ? <SelectField label={t('teams.to-team')} name="team" required value={toId} onChange={setToId} choices={others.map((other) => ({ value: other.id, text: nameOf(other) }))} /> : null}
        <DateTimeField kind="date" label={t('teams.from')} name="from" required value={from} onChange={setFrom} />
      </div>
    </Dialog>
  )
}
