import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { seeTeams, type Teams } from '../contract.ts'
import { teamPermissions } from '../permissions.ts'
import { TeamCard } from './team-card.tsx'
import { TeamDialog } from './team-dialog.tsx'
import { teamTexts } from './texts.ts'
import './teams.css'

/** The store's teams with their leaders and members, and who is in none. */
export function TeamsPage() {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const sentence = useSentence()
  const mayMaintain = useMay()(teamPermissions.maintain)
  const [closed, setClosed] = useState(false)
  const [making, setMaking] = useState(false)
  const { data, isError, error, isFetching, refetch } = useReading(seeTeams, { query: { closed: closed ? 'yes' : 'no' } })
  return (
    <PageFrame title={t('teams.title')} note={t('teams.hint')} actions={mayMaintain ? <Button kind="primary" icon={Plus} whyNot={data === undefined ? '' : null} onPress={() => setMaking(true)}>{t('teams.make')}</Button> : null}>
      <div className="k-stack">
        <CheckField label={t('teams.show-closed')} checked={closed} onChange={setClosed} />
        <LoadBar busy={isFetching && data !== undefined} />
        {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
        {data === undefined ? (isError ? null : <Skeleton kind="list" lines={8} />) : <AllTeams teams={data} mayMaintain={mayMaintain} />}
        {making && data !== undefined ? <TeamDialog teams={data} team={null} onClose={() => setMaking(false)} /> : null}
      </div>
    </PageFrame>
  )
}

function AllTeams({ teams, mayMaintain }: { teams: Teams; mayMaintain: boolean }) {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const { nameOf } = usePositions()
  return (
    <>
      {teams.rows.length === 0 ? <EmptyState>{t(mayMaintain ? 'teams.none' : 'teams.none-yet')}</EmptyState> : <div className="team-cards">{teams.rows.map((team) => <TeamCard key={team.id} team={team} teams={teams} mayMaintain={mayMaintain} />)}</div>}
      {teams.rows.length === 0 || teams.free.length === 0 ? null : (
        <Section panel title={t('teams.free', { count: teams.free.length })}>
          <ul className="team-free">{teams.free.map(({ id, name, positions }) => <li key={id}>{name} <span className="k-quiet-text">{t.list(positions.map(nameOf))}</span></li>)}</ul>
        </Section>
      )}
    </>
  )
}
