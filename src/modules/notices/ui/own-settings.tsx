import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { languages } from '../../../kernel/texts.ts'
import { seeOwnSettings, setOwn, testMail } from '../contract.ts'
import { audiences, noticeKinds, ways } from '../domain/kinds.ts'
import { whyNotMail } from '../domain/settings.ts'
import { TestOutcome } from './test-outcome.tsx'
import { noticeTexts } from './texts.ts'

type Own = AnswerOf<typeof seeOwnSettings>

/** What comes to my mailbox as well: at once, in the digest, or not. */
export function OwnSettings() {
  const sentence = useSentence()
  const { data, isError, error, refetch } = useReading(seeOwnSettings, {})
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return data === undefined ? <Skeleton kind="list" lines={8} /> : <OwnForm key={data.version} own={data} />
}

function OwnForm({ own }: { own: Own }) {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const toast = useToast()
  const [{ mailServer, version, ...wish }, setWish] = useState(own)
  const [testing, setTesting] = useState<string | null>(null)
  const deed = useDeed(setOwn, () => toast({ text: t('notices.saved') }))
  const test = useDeed(testMail, ({ messageId }) => setTesting(messageId))
  const refusal = whyNotMail({ ...wish, mail: wish.mail.trim(), mailServer })
  const change = (part: Partial<Own>) => setWish((before) => ({ ...before, ...part }))
  const error = deed.error ?? test.error
  return (
    <form className="own-settings k-panel" noValidate onSubmit={(event) => { event.preventDefault(); if (refusal === null) deed.run({ body: { ...wish, version } }) }}>
      <p className="k-quiet-text">{t('notices.own-intro')}</p>
      {mailServer ? null : <Notice tone="warn">{t('notices.mail-off-note')}</Notice>}
      {error === null ? null : <Notice tone="danger">{error}</Notice>}
      {testing === null ? null : <TestOutcome messageId={testing} />}
      <TextField label={t('notices.mail')} name="mail" type="email" inputMode="email" value={wish.mail} onChange={(mail) => change({ mail })} maxLength={120} />
      <CheckField label={t('notices.mail-on')} name="mail-on" checked={wish.mailOn} onChange={(mailOn) => change({ mailOn })} />
      <SelectField label={t('notices.language')} name="language" value={wish.language} onChange={(language) => change({ language })} choices={languages.map((value) => ({ value, text: t(`notices.language.${value}`) }))} />
      <fieldset className="way-list"><legend className="k-quiet-text">{t('notices.ways')}</legend>
        {noticeKinds.map((kind) => (
          <ChoiceField key={kind} label={t(`notices.kind.${kind}`)} hint={t(`notices.who.${audiences[kind]}`)} value={wish.ways[kind]} onChange={(way) => change({ ways: { ...wish.ways, [kind]: way } })} choices={ways.map((value) => ({ value, text: t(`notices.way.${value}`) }))} />
        ))}
      </fieldset>
      <div className="channel-bar">
        <Button kind="primary" submit busy={deed.busy} whyNot={refusal === null ? null : t(refusal.code as 'notices.mail-missing')}>{t('notices.save')}</Button>
        <Button busy={test.busy} whyNot={!mailServer ? t('notices.no-mail-server') : own.mail === '' ? t('notices.mail-missing') : null} onPress={() => test.run({ body: {} })}>{t('notices.test')}</Button>
      </div>
    </form>
  )
}
