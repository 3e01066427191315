import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { endOwnSession, listOwnSessions, seeOwnAccess, setPin } from '../contract.ts'
import { whyNotPin } from '../domain/pin.ts'
import { PasswordForm } from './password-form.tsx'
import { SetUpSecondFactor } from './second-factor.tsx'
import { SessionLines } from './staff-sheet.tsx'
import { organisationTexts } from './texts.ts'
import './administration.css'

/** How one signs in oneself: password, second factor, PIN, and where one is signed in now. */
export function AccountPage() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const sentence = useSentence()
  const access = useReading(seeOwnAccess, {})
  return (
    <PageFrame title={t('organisation.my-account')}>
      {access.isPending ? <LoadBar busy /> : access.isError
        ? <LoadError state={{ error: sentence(access.error), onRetry: () => { void access.refetch() } }} /> : <Account access={access.data} />}
    </PageFrame>
  )
}

function Account({ access }: { access: AnswerOf<typeof seeOwnAccess> }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  return (
    <div className="admin-narrow">
      <Section panel title={t('organisation.change-password')}><PasswordForm login={access.login} policy={access.policy} /></Section>
      <Section panel title={t('organisation.second-factor')}><SecondFactor access={access} /></Section>
      <Section panel title={t('organisation.pin')}><PinForm there={access.pin} /></Section>
      <Section panel title={t('organisation.sessions')}><OwnSessions /></Section>
    </div>
  )
}

function SecondFactor({ access }: { access: AnswerOf<typeof seeOwnAccess> }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  return (
    <div className="k-stack">
      <span className="k-row">
        <StatusTag tone={access.secondFactor ? 'active' : 'neutral'} text={t(access.secondFactor ? 'organisation.enabled' : 'organisation.not-enabled')} />
        {access.secondFactor ? <span className="k-quiet-text">{t('organisation.recovery-left', { count: access.recoveryCodes })}</span> : null}
      </span>
      <SetUpSecondFactor enrolled={access.secondFactor} />
    </div>
  )
}

function PinForm({ there }: { there: boolean }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const [password, setPassword] = useState('')
  const [pin, setThePin] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(setPin, () => { toast({ text: t('organisation.pin-set') }); setPassword(''); setThePin(''); setTried(false) })
  const pinError = t.refusal(whyNotPin(pin))
  const submit = () => {
    setTried(true)
    if (password !== '' && pinError === null) deed.run({ body: { password, pin } })
  }
  return (
    <form className="k-stack" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <span className="k-row"><StatusTag tone={there ? 'active' : 'neutral'} text={t(there ? 'organisation.enabled' : 'organisation.not-enabled')} /></span>
      <div className="k-form">
        <TextField label={t('organisation.current-password')} name="pin-password" type="password" required autoComplete="current-password" value={password} onChange={setPassword} maxLength={200} error={tried && password === '' ? t('organisation.required') : null} />
        <TextField label={t('organisation.pin')} name="pin" type="password" inputMode="numeric" required autoComplete="off" hint={t('organisation.pin-hint')} value={pin} onChange={setThePin} maxLength={6} error={tried ? pinError : null} />
      </div>
      <div><Button submit busy={deed.busy}>{t('organisation.set-pin')}</Button></div>
    </form>
  )
}

function OwnSessions() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const sessions = useReading(listOwnSessions, {})
  const deed = useDeed(endOwnSession, () => toast({ text: t('organisation.ended') }))
  return (
    <>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <SessionLines rows={sessions.data?.rows ?? []} onEnd={(sessionId) => deed.run({ body: { sessionId } })} />
    </>
  )
}
