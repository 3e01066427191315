import { useState } from 'react'
import { isTimeZone } from '../../../kernel/time.ts'
import { chooseLanguage } from '../../../platform/web/language-choice.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { firstRun } from '../contract.ts'
import { presetHours, whyNotWeek } from '../domain/opening.ts'
import { policyProfiles, whyNotPassword } from '../domain/password-policy.ts'
import { organisationTexts } from './texts.ts'
import { linesOf, weekdaysOf, WeekHours } from './week-hours.tsx'
import './sign-in-page.css'

const empty = { setupCode: '', code: '', nameZh: '', nameEn: '', timeZone: 'Asia/Shanghai', address: '', phone: '', name: '', login: '', password: '', again: '' }

/** A server without a store: the first store and its administrator, by whoever can read the setup code. */
export function FirstRunPage({ onDone }: { onDone: () => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const toast = useToast()
  const [wish, set] = useWish(empty)
  const [week, setWeek] = useState(linesOf(presetHours))
  const [tried, setTried] = useState(false)
  const deed = useDeed(firstRun, () => { toast({ text: t('organisation.store-created') }); onDone() })
  const { setupCode, name, login, password, again, ...store } = wish
  const missing = (text: string) => (text.trim() === '' ? t('organisation.required') : null)
  const errors = {
    setupCode: missing(setupCode), code: missing(store.code) ?? (/^[A-Z0-9]{2,6}$/.test(store.code) ? null : t('organisation.store-code-hint')), nameZh: missing(store.nameZh), nameEn: missing(store.nameEn),
    timeZone: isTimeZone(store.timeZone) ? null : t('organisation.not-a-time-zone', { zone: store.timeZone }), name: missing(name),
    login: missing(login) ?? (/^[A-Za-z0-9][A-Za-z0-9._-]{1,59}$/.test(login) ? null : t('organisation.login-hint')),
    password: missing(password) ?? t.refusal(whyNotPassword(password, login, policyProfiles.standard)), again: again === password ? null : t('organisation.repeat-differs'), week: t.refusal(whyNotWeek(weekdaysOf(week))),
  }
  const field = (key: keyof typeof empty, label: string, more: { hint?: string; maxLength?: number; required?: boolean; password?: boolean } = {}) => (
    <TextField label={label} name={key} value={wish[key]} onChange={key === 'code' ? (text) => set(key)(text.toUpperCase()) : set(key)} required={more.required ?? true} maxLength={more.maxLength ?? 60} hint={more.hint}
      type={more.password ? 'password' : 'text'} autoComplete={more.password ? 'new-password' : 'off'} error={tried && key in errors ? errors[key as keyof typeof errors] : null} />
  )
  const submit = () => {
    setTried(true)
    if (Object.values(errors).every((error) => error === null)) deed.run({ body: { setupCode, store, weekdays: weekdaysOf(week), person: { name, login, password } } })
  }
  return (
    <main className="sign-in">
      <form className="sign-in-box first-run-box" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        <h1>{t('organisation.first-run')}</h1>
        <Notice tone="info">{t('organisation.first-run-note')}</Notice>
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {field('setupCode', t('organisation.setup-code'), { maxLength: 40 })}
        <Section title={t('organisation.the-store')}>
          <div className="k-form">
            {field('nameZh', t('organisation.store-name-zh'))}
            {field('nameEn', t('organisation.store-name-en'))}
            {field('code', t('organisation.store-code'), { hint: t('organisation.store-code-hint'), maxLength: 6 })}
            {field('timeZone', t('organisation.time-zone'))}
            {field('address', t('organisation.address'), { required: false, maxLength: 200 })}
            {field('phone', t('organisation.phone'), { required: false, maxLength: 30 })}
          </div>
        </Section>
        <Section title={t('organisation.opening-hours')}>
          <WeekHours lines={week} onChange={setWeek} />
          {tried && errors.week !== null ? <Notice tone="danger">{errors.week}</Notice> : null}
        </Section>
        <Section title={t('organisation.first-person')}>
          <div className="k-form">
            {field('name', t('organisation.name'))}
            {field('login', t('organisation.login'), { hint: t('organisation.login-hint') })}
            {field('password', t('organisation.password'), { hint: t('organisation.password-rule', { length: policyProfiles.standard.passwordLength, kinds: policyProfiles.standard.passwordKinds }), maxLength: 200, password: true })}
            {field('again', t('organisation.repeat-password'), { maxLength: 200, password: true })}
          </div>
        </Section>
        <Button kind="primary" submit wide size="phone" busy={deed.busy}>{t('organisation.create-store')}</Button>
        <Button kind="quiet" onPress={() => chooseLanguage(language === 'en' ? 'zh-CN' : 'en')}>{language === 'en' ? '中文' : 'English'}</Button>
      </form>
    </main>
  )
}
