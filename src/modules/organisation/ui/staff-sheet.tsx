import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { endSessionsOf, listSessionsOf, type AccountRow, type SessionLine } from '../contract.ts'
import { organisationPermissions } from '../permissions.ts'
import { BadgeDialog, ResetPasswordDialog, ResetSecondFactorDialog, RevokeBadgeDialog } from './reset-dialogs.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { LeaveDialog, PositionsDialog, RenameDialog } from './staff-dialogs.tsx'
import { organisationTexts } from './texts.ts'
import { usePositions } from './use-positions.ts'
import './administration.css'

const dialogs = { rename: RenameDialog, positions: PositionsDialog, leave: LeaveDialog, password: ResetPasswordDialog, factor: ResetSecondFactorDialog, badge: BadgeDialog, revoke: RevokeBadgeDialog } as const
type DialogName = keyof typeof dialogs

export function StaffSheet({ account }: { account: AccountRow }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const may = useMay()
  const { personId } = useSession()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const item = (id: DialogName, text: string, more: Partial<MenuItem> = {}): MenuItem => ({ id, text, onPick: () => setDialog(id), ...more })
  const own = account.id === personId ? t('organisation.change-your-own') : null
  const items = [
    ...(may(organisationPermissions.maintainStaff) ? [item('rename', t('organisation.rename'))] : []),
    ...(may(organisationPermissions.resetAccess) ? [
      item('password', t('organisation.reset-password'), { separated: true, whyNot: own }), ...(account.secondFactor ? [item('factor', t('organisation.reset-second-factor'), { whyNot: own })] : []),
      item('badge', t('organisation.issue-badge')), ...(account.badge ? [item('revoke', t('organisation.revoke-badge'))] : []),
    ] : []),
    ...(may(organisationPermissions.maintainStaff) && account.working ? [item('leave', t('organisation.leave'), { separated: true, destructive: true })] : []),
  ]
  const Open = dialog === null ? null : dialogs[dialog]
  return (
    <article className="admin-sheet">
      <header className="admin-head">
        <h2>{account.name}</h2>
        <StatusTag tone={account.working ? 'active' : 'neutral'} text={t(account.working ? 'organisation.state.working' : 'organisation.state.left')} />
        <span className="k-actions">
          {may(organisationPermissions.maintainStaff) ? <Button onPress={() => setDialog('positions')}>{t(account.working ? 'organisation.change-positions' : 'organisation.rejoin')}</Button> : null}
          {items.length === 0 ? null : <Menu label={`${account.name} ${t('organisation.more-actions')}`} items={items} />}
        </span>
      </header>
      <AccountFacts account={account} />
      <Section title={t('organisation.positions')}><HeldPositions account={account} /></Section>
      {Open === null ? null : <Open account={account} onClose={() => setDialog(null)} />}
    </article>
  )
}

function AccountFacts({ account }: { account: AccountRow }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const moments = useMoments()
  const yes = (there: boolean) => t(there ? 'organisation.enabled' : 'organisation.not-enabled')
  return (
    <Facts layout="columns" facts={[
      { id: 'login', label: t('organisation.login'), value: account.login },
      { id: 'last', label: t('organisation.last-sign-in'), value: account.lastSignIn === null ? t('organisation.never') : moments.full(account.lastSignIn) },
      { id: 'password', label: t('organisation.password-age'), value: account.mustChange ? <StatusTag tone="warn" text={t('organisation.one-time')} /> : moments.full(account.passwordAt) },
      { id: 'factor', label: t('organisation.second-factor'), value: yes(account.secondFactor) },
      { id: 'pin', label: t('organisation.pin'), value: yes(account.pin) },
      { id: 'badge', label: t('organisation.badge'), value: yes(account.badge) },
      ...(account.otherStores.length === 0 ? [] : [{ id: 'stores', label: t('organisation.other-stores'), value: t.list(account.otherStores) }]),
    ]} />
  )
}

function HeldPositions({ account }: { account: AccountRow }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const { nameOf } = usePositions()
  const today = useToday()
  return (
    <ul className="admin-lines">
      {account.positions.map(({ position, since, until, ended }) => {
        const over = ended || (until !== null && until < today)
        return (
          <li key={position}>
            <span>{nameOf(position)} <span className="k-quiet-text">{position}</span></span>
            <span className="k-quiet-text">{t('organisation.held-from', { day: since })}{until === null ? '' : ` ${t('organisation.held-until', { day: until })}`}</span>
            {over ? <StatusTag tone="neutral" text={t('organisation.ended')} /> : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Where the person is signed in now, and the way to end it. */
export function StaffSessions({ account }: { account: AccountRow }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const mayEnd = useMay()(organisationPermissions.endSessions)
  const sessions = useReading(listSessionsOf, { params: { personId: account.id } })
  const [asking, setAsking] = useState(false)
  const deed = useDeed(endSessionsOf, () => { toast({ text: t('organisation.ended') }); setAsking(false) })
  const rows = sessions.data?.rows ?? []
  return (
    <Section title={t('organisation.sessions')}>
      <SessionLines rows={rows} />
      {mayEnd && rows.length > 0 ? <p><Button size="desk" onPress={() => setAsking(true)}>{t('organisation.end-sessions')}</Button></p> : null}
      {asking ? <ReasonDialog title={t('organisation.end-sessions')} question={account.name} deed={deed} onClose={() => setAsking(false)} onConfirm={(reason) => deed.run({ params: { personId: account.id }, body: { reason } })} /> : null}
    </Section>
  )
}

export function SessionLines({ rows, onEnd }: { rows: readonly SessionLine[]; onEnd?: (sessionId: string) => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const moments = useMoments()
  if (rows.length === 0) return <p className="k-quiet-text">{t('organisation.no-sessions')}</p>
  return (
    <ul className="admin-lines">
      {rows.map((row) => (
        <li key={row.id}>
          <span>{row.storeCode}{row.onTablet ? ` · ${t('organisation.session-tablet')}` : ''}</span>
          {row.current ? <StatusTag tone="active" text={t('organisation.session-this')} /> : null}
          <span className="k-quiet-text">{t('organisation.session-since', { began: moments.time(row.beganAt), seen: moments.time(row.seenAt) })}</span>
          {onEnd === undefined || row.current ? null : <Button size="desk" onPress={() => onEnd(row.id)}>{t('organisation.end-session')}</Button>}
        </li>
      ))}
    </ul>
  )
}
