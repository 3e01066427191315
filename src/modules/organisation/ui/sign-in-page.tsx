import { CarFront } from 'lucide-react'
import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { chooseLanguage } from '../../../platform/web/language-choice.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { partOnDemand } from '../../../platform/web/parts.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { seeFirstRun, seeTablet, signIn, type SessionView } from '../contract.ts'
import { TabletSignIn } from './tablet-sign-in.tsx'
import { ClaimTablet } from './claim-tablet.tsx'
import { organisationTexts } from './texts.ts'
import './sign-in-page.css'

/** Seen once in the life of a house. */
const FirstRunPage = partOnDemand(async () => (await import('./first-run-page.tsx')).FirstRunPage)

type Entering = { onSignedIn: (view: SessionView) => void }

/** Before anybody is signed in: the first store, a shared tablet, or login and password. */
export function SignInPage({ onSignedIn }: Entering) {
  const first = useReading(seeFirstRun, {})
  const tablet = useReading(seeTablet, {})
  const [withPassword, setWithPassword] = useState(false)
  const here = tablet.data?.tablet ?? null
  if (first.isPending || tablet.isPending) return <LoadBar busy />
  if (first.data?.needed) return <FirstRunPage onDone={() => { void first.refetch() }} />
  if (here !== null && !withPassword) return <TabletSignIn tablet={here} onSignedIn={onSignedIn} onPassword={() => setWithPassword(true)} />
  return <PasswordSignIn demo={first.data?.demo === true} onSignedIn={onSignedIn} onBack={here === null ? null : () => setWithPassword(false)} />
}

function PasswordSignIn({ demo, onSignedIn, onBack }: Entering & { demo: boolean; onBack: (() => void) | null }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const deed = useDeed(signIn, onSignedIn)
  const wantsCode = asksCode || deed.code === 'organisation.code-needed'
  const again = () => { setAsksCode(false); setCode(''); setPassword(''); deed.reset() }
  const submit = () => {
    if (wantsCode) setAsksCode(true)
    deed.run({ body: { login, password, ...(wantsCode ? { code } : {}) } })
  }
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <form className="k-stack" onSubmit={(event) => { event.preventDefault(); submit() }}>
          <h1><CarFront size={22} aria-hidden />{t('organisation.product')}</h1>
          {deed.error === null ? null : <Notice tone={deed.code === 'organisation.code-needed' ? 'info' : 'danger'}>{deed.error}</Notice>}
          {wantsCode ? (
            <TextField key="code" label={t('organisation.code')} name="code" value={code} onChange={setCode} autoComplete="one-time-code" autoFocus required maxLength={40} hint={t('organisation.code-hint')} />
          ) : (
            <>
              <TextField label={t('organisation.login')} name="login" value={login} onChange={setLogin} autoComplete="username" autoFocus required maxLength={60} />
              <TextField label={t('organisation.password')} name="password" type="password" value={password} onChange={setPassword} autoComplete="current-password" required maxLength={200} />
            </>
          )}
          <Button kind="primary" submit wide size="phone" busy={deed.busy}>{t('organisation.sign-in')}</Button>
        </form>
        {wantsCode ? <Button kind="quiet" onPress={again}>{t('organisation.other-account')}</Button> : null}
        {demo && !wantsCode ? <p className="sign-in-hint">{t('organisation.demo-hint')}</p> : null}
        {onBack === null ? <ClaimTablet /> : <Button kind="quiet" onPress={onBack}>{t('organisation.back')}</Button>}
        <LanguageButton />
      </div>
    </main>
  )
}

function LanguageButton() {
  const language = useLanguage()
  return <Button kind="quiet" onPress={() => chooseLanguage(language === 'en' ? 'zh-CN' : 'en')}>{language === 'en' ? '中文' : 'English'}</Button>
}
