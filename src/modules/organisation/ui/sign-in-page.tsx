import { CarFront } from 'lucide-react'
import { useState } from 'react'
import { chooseLanguage } from '../../../platform/web/language-choice.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { signIn, type SessionView } from '../contract.ts'
import { organisationTexts } from './texts.ts'
import './sign-in-page.css'

export function SignInPage({ onSignedIn }: { onSignedIn: (view: SessionView) => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const deed = useDeed(signIn, onSignedIn)
  return (
    <main className="sign-in">
      <form className="sign-in-box" onSubmit={(event) => { event.preventDefault(); deed.run({ body: { login, password } }) }}>
        <h1><CarFront size={22} aria-hidden />{t('organisation.product')}</h1>
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('organisation.login')} name="login" value={login} onChange={setLogin} autoComplete="username" autoFocus required maxLength={60} />
        <TextField label={t('organisation.password')} name="password" type="password" value={password} onChange={setPassword} autoComplete="current-password" required maxLength={200} />
        <Button kind="primary" submit wide size="phone" busy={deed.busy}>{t('organisation.sign-in')}</Button>
        <p className="sign-in-hint">{t('organisation.demo-hint')}</p>
        <Button kind="quiet" onPress={() => chooseLanguage(language === 'en' ? 'zh-CN' : 'en')}>{language === 'en' ? '中文' : 'English'}</Button>
      </form>
    </main>
  )
}
