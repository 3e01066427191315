import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { issueBadge, resetPassword, resetSecondFactor, revokeBadge, type AccountRow } from '../contract.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { organisationTexts } from './texts.ts'

type Props = { account: AccountRow; onClose: () => void }

export function ResetPasswordDialog({ account, onClose }: Props) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const [shown, setShown] = useState<{ password: string; login: string } | null>(null)
  const deed = useDeed(resetPassword, setShown)
  if (shown === null) {
    return <ReasonDialog title={t('organisation.reset-password')} question={t('organisation.reset-question', { name: account.name })} deed={deed} onClose={onClose} onConfirm={(reason) => deed.run({ params: { personId: account.id }, body: { reason } })} />
  }
  return (
    <SecretDialog title={t('organisation.one-time-password')} note={t('organisation.one-time-note')} onClose={onClose}>
      <span>{account.name} · {shown.login}</span><code translate="no">{shown.password}</code>
    </SecretDialog>
  )
}

export function ResetSecondFactorDialog({ account, onClose }: Props) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const deed = useDeed(resetSecondFactor, () => { toast({ text: t('organisation.saved') }); onClose() })
  return <ReasonDialog title={t('organisation.reset-second-factor')} question={t('organisation.second-factor-question', { name: account.name })} deed={deed} onClose={onClose} onConfirm={(reason) => deed.run({ params: { personId: account.id }, body: { reason } })} />
}

export function RevokeBadgeDialog({ account, onClose }: Props) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const deed = useDeed(revokeBadge, () => { toast({ text: t('organisation.saved') }); onClose() })
  return <ReasonDialog title={t('organisation.revoke-badge')} question={account.name} deed={deed} onClose={onClose} onConfirm={(reason) => deed.run({ params: { personId: account.id }, body: { reason } })} />
}

/** The badge as a picture for the printer; its code is shown this once. */
export function BadgeDialog({ account, onClose }: Props) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const [badge, setBadge] = useState<{ name: string; code: string; picture: string } | null>(null)
  const deed = useDeed(issueBadge, setBadge)
  if (badge === null) {
    return (
      <ConfirmDialog title={t('organisation.issue-badge')} confirmText={t('organisation.issue-badge')} kind="primary" busy={deed.busy} error={deed.error} onClose={onClose}
        onConfirm={() => deed.run({ params: { personId: account.id }, body: {} })}>{account.name}</ConfirmDialog>
    )
  }
  return (
    <SecretDialog title={t('organisation.badge')} note={t('organisation.badge-note')} printable onClose={onClose}>
      <strong>{badge.name}</strong><img src={badge.picture} alt={t('organisation.badge')} /><span className="k-quiet-text" translate="no">{badge.code}</span>
    </SecretDialog>
  )
}
