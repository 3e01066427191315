import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { listPeriods, type TeamRow } from '../contract.ts'
import { useTeamName } from './people.ts'
import { teamTexts } from './texts.ts'

/** Who was in a team, and when. */
export function HistoryDialog({ team, onClose }: { team: TeamRow; onClose: () => void }) {
  const t = useTexts(teamTexts.zh, teamTexts.en)
  const w = useTexts(webZh, webEn)
  const name = useTeamName()(team)
  const { rows, state, more } = usePages(listPeriods, { limit: 40 }, { teamId: team.id })
  return (
    <Dialog title={t('teams.history-of', { team: name })} size="small" onClose={onClose}>
      <div className="k-stack">
        <LoadBar busy={state === 'loading'} />
        <LoadError state={state} />
        {state === 'ready' && rows.length === 0 ? <EmptyState>{t('teams.no-members')}</EmptyState> : null}
        <ul>{rows.map(({ id, personName, from, until }) => <li key={id} className="team-member"><strong>{personName}</strong><span className="k-quiet-text">{until !== null && until < from ? t('teams.never') : `${from} – ${until ?? ''}`}</span></li>)}</ul>
        {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
      </div>
    </Dialog>
  )
}
