import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import type { MemberRow, TeamRow, Teams } from '../contract.ts'
import { whyNotChange } from '../domain/team.ts'
import { CloseDialog } from './close-dialog.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { AddDialog, MemberDialog } from './member-dialogs.tsx'
import { useTeamName } from './people.ts'
import { TeamDialog } from './team-dialog.tsx'
import { teamTexts } from './texts.ts'

/** One team; whoever maintains teams adds, moves and takes out here. */
export function TeamCard({ team, teams, mayMaintain }: { team: TeamRow; teams: Teams; mayMaintain: boolean }) {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const name = useTeamName()(team)
  const [open, setOpen] = useState<'add' | 'change' | 'close' | 'history' | null>(null)
  const close = () => setOpen(null)
  const whyNot = t.refusal(whyNotChange(team.closedFrom))
  const deeds = mayMaintain ? [
    { id: 'change', text: t('teams.change'), whyNot, onPick: () => setOpen('change') },
    { id: 'close', text: t('teams.close'), whyNot, destructive: true, onPick: () => setOpen('close') },
  ] : []
  return (
    <Section panel title={name} actions={(
      <span className="team-deeds">
        {mayMaintain && whyNot === null ? <Button kind="quiet" icon={UserPlus} onPress={() => setOpen('add')}>{t('teams.add')}</Button> : null}
        <Menu label={`${t('teams.more')} · ${name}`} items={[{ id: 'history', text: t('teams.history'), onPick: () => setOpen('history') }, ...deeds]} />
      </span>
    )}>
      <p className="team-facts">
        <span>{t('teams.leader-is', { name: team.leaderName })}</span><span className="k-quiet-text">{t('teams.members', { count: team.members.filter(({ from }) => from <= teams.today).length })}</span>
        {team.closedFrom === null ? null : <StatusTag tone="neutral" text={t('teams.closed-from', { from: team.closedFrom })} />}
      </p>
      {team.members.length === 0 ? <p className="k-quiet-text">{t('teams.no-members')}</p> : <ul>{team.members.map((member) => <Member key={member.id} member={member} team={team} teams={teams} mayMaintain={mayMaintain} />)}</ul>}
      {open === 'add' ? <AddDialog team={team} teams={teams} onClose={close} /> : null}
      {open === 'change' ? <TeamDialog team={team} teams={teams} onClose={close} /> : null}
      {open === 'close' ? <CloseDialog team={team} today={teams.today} onClose={close} /> : null}
      {open === 'history' ? <HistoryDialog team={team} onClose={close} /> : null}
    </Section>
  )
}

function Member({ member, team, teams, mayMaintain }: { member: MemberRow; team: TeamRow; teams: Teams; mayMaintain: boolean }) {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const { nameOf } = usePositions()
  const [moving, setMoving] = useState(false)
  const { personName, positions, from, until } = member
  return (
    <li className="team-member">
      <span className="team-person"><strong>{personName}</strong> <span className="k-quiet-text">{positions.length === 0 ? t('teams.left-store') : t.list(positions.map(nameOf))}</span></span>
      <span className="k-quiet-text">{from > teams.today ? t('teams.upcoming', { from }) : until === null ? t('teams.since', { from }) : t('teams.until', { until })}</span>
      {mayMaintain && until === null ? <Button kind="quiet" aria-label={`${t('teams.moves')} ${personName}`} onPress={() => setMoving(true)}>{t('teams.moves')}</Button> : null}
      {moving ? <MemberDialog member={member} team={team} teams={teams} onClose={() => setMoving(false)} /> : null}
    </li>
  )
}
