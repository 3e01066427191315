import { LogOut } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { seeOwnAccess, signOut, type SessionView } from '../contract.ts'
import { PasswordForm } from './password-form.tsx'
import { SetUpSecondFactor } from './second-factor.tsx'
import { organisationTexts } from './texts.ts'
import './sign-in-page.css'

type Owing = NonNullable<SessionView['owes']>

/** Between log-in and work: a password that another knows, or a second factor that the position demands. Recovery codes are noted before it goes on. */
export function WhenSettled({ owes, children }: { owes: SessionView['owes']; children: ReactNode }) {
  const [shown, setShown] = useState(owes)
  useEffect(() => {
    if (owes !== null) setShown(owes)
  }, [owes])
  const now = owes ?? shown
  return now === null ? children : <OwesPage key={now} owes={now} settled={owes === null} onDone={() => setShown(null)} />
}

function OwesPage({ owes, settled, onDone }: { owes: Owing; settled: boolean; onDone: () => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const access = useReading(seeOwnAccess, {})
  const leave = useDeed(signOut)
  useEffect(() => {
    if (settled && owes === 'password') onDone()
  }, [settled, owes, onDone])
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <h1>{t(owes === 'password' ? 'organisation.change-password' : 'organisation.second-factor')}</h1>
        <Notice tone="info">{t(`organisation.owes-${owes}`)}</Notice>
        {owes === 'second-factor' ? <SetUpSecondFactor enrolled={false} onDone={onDone} /> : access.data === undefined ? <LoadBar busy /> : <PasswordForm login={access.data.login} policy={access.data.policy} />}
        <Button kind="quiet" icon={LogOut} onPress={() => leave.run({})}>{t('organisation.sign-out')}</Button>
      </div>
    </main>
  )
}
