import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { changeOwnPassword } from '../contract.ts'
import { whyNotPassword, type AccessPolicy } from '../domain/password-policy.ts'
import { organisationTexts } from './texts.ts'

/** The screen asks the same rule as the server; whether a password was used before only the server knows. */
export function PasswordForm({ login, policy }: { login: string; policy: AccessPolicy }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(changeOwnPassword, () => {
    toast({ text: t('organisation.password-changed') })
    for (const empty of [setCurrent, setNext, setAgain]) empty('')
    setTried(false)
  })
  const nextError = next === '' ? t('organisation.required') : t.refusal(whyNotPassword(next, login, policy))
  const againError = again === next ? null : t('organisation.repeat-differs')
  const submit = () => {
    setTried(true)
    if (current !== '' && nextError === null && againError === null) deed.run({ body: { current, next } })
  }
  return (
    <form className="k-stack" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <TextField label={t('organisation.current-password')} name="current" type="password" required value={current} onChange={setCurrent} autoComplete="current-password" maxLength={200} error={tried && current === '' ? t('organisation.required') : null} />
      <TextField label={t('organisation.new-password')} name="next" type="password" required value={next} onChange={setNext} autoComplete="new-password" maxLength={200}
        hint={t('organisation.password-rule', { length: policy.passwordLength, kinds: policy.passwordKinds })} error={tried ? nextError : null} />
      <TextField label={t('organisation.repeat-password')} name="again" type="password" required value={again} onChange={setAgain} autoComplete="new-password" maxLength={200} error={tried ? againError : null} />
      <div><Button kind="primary" submit busy={deed.busy}>{t('organisation.change-password')}</Button></div>
    </form>
  )
}
