import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { decideRights, noteRights, withdrawRights, type RightChangeRow, type seeRights } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import { organisationTexts } from './texts.ts'
import './administration.css'

type Rights = AnswerOf<typeof seeRights>
const tones: Readonly<Record<RightChangeRow['state'], Tone>> = { asked: 'warn', approved: 'active', refused: 'neutral', withdrawn: 'neutral', alone: 'info' }

/** Open questions first, then what was decided, by whom and why. */
export function RightChanges({ rights, changes }: { rights: Rights; changes: readonly RightChangeRow[] }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  return (
    <div className="k-panel admin-page" tabIndex={0} role="group" aria-label={t('organisation.rights-changes')}>
      {changes.length === 0 ? <EmptyState>{t('organisation.no-changes')}</EmptyState> : changes.map((change) => <ChangeCard key={change.id} rights={rights} change={change} />)}
    </div>
  )
}

function ChangeCard({ rights, change }: { rights: Rights; change: RightChangeRow }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const moments = useMoments()
  const known = rights.positions.find(({ code }) => code === change.position)
  const toNote = change.state === 'alone' && change.notedByName === null
  return (
    <article className="admin-change">
      <header className="admin-head">
        <strong>{(language === 'en' ? known?.en : known?.zh) ?? change.position}</strong>
        <StatusTag tone={tones[change.state]} text={t(`organisation.change.${change.state}`)} />
        {toNote ? <StatusTag tone="warn" text={t('organisation.to-note')} /> : null}
        <span className="admin-head-space" />
        <ChangeButtons change={change} />
      </header>
      <ChangedRights rights={rights} grants={change.grants} revokes={change.revokes} />
      <p>{change.reason}</p>
      <p className="k-quiet-text">
        {[
          `${t('organisation.asked-by', { name: change.askedByName })} ${moments.full(change.askedAt)}`,
          ...(change.decidedByName === null || change.decidedAt === null ? [] : [`${t('organisation.decided-by', { name: change.decidedByName })} ${moments.full(change.decidedAt)}`]),
          ...(change.notedByName === null || change.notedAt === null ? [] : [`${t('organisation.noted-by', { name: change.notedByName })} ${moments.full(change.notedAt)}`]),
        ].join(' · ')}
      </p>
    </article>
  )
}

function ChangeButtons({ change }: { change: RightChangeRow }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const may = useMay()
  const decide = useDeed(decideRights)
  const withdraw = useDeed(withdrawRights)
  const note = useDeed(noteRights)
  const params = { changeId: change.id }
  const error = decide.error ?? withdraw.error ?? note.error
  const body = { version: change.version }
  return (
    <>
      {error === null ? null : <Notice tone="danger">{error}</Notice>}
      {change.state === 'asked' && change.own ? <Button size="desk" busy={withdraw.busy} onPress={() => withdraw.run({ params, body })}>{t('organisation.withdraw')}</Button> : null}
      {change.state === 'asked' && !change.own && may(organisationPermissions.approveRights) ? (
        <>
          <Button size="desk" busy={decide.busy} onPress={() => decide.run({ params, body: { ...body, approve: false } })}>{t('organisation.refuse')}</Button>
          <Button size="desk" kind="primary" busy={decide.busy} onPress={() => decide.run({ params, body: { ...body, approve: true } })}>{t('organisation.approve')}</Button>
        </>
      ) : null}
      {change.state === 'alone' && change.notedByName === null && may(organisationPermissions.noteRights)
        ? <Button size="desk" kind="primary" busy={note.busy} onPress={() => note.run({ params, body })}>{t('organisation.note')}</Button> : null}
    </>
  )
}

export function ChangedRights({ rights, grants, revokes }: { rights: Rights; grants: readonly string[]; revokes: readonly string[] }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const nameOf = (permission: string) => {
    const known = rights.permissions.find((entry) => entry.permission === permission)
    return (language === 'en' ? known?.en : known?.zh) ?? permission
  }
  return (
    <ul className="admin-lines">
      {grants.map((permission) => <li key={permission}><StatusTag tone="active" text={t('organisation.gives')} />{nameOf(permission)}</li>)}
      {revokes.map((permission) => <li key={permission}><StatusTag tone="danger" text={t('organisation.takes')} />{nameOf(permission)}</li>)}
    </ul>
  )
}
