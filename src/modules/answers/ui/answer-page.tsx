import { useCallback, useState } from 'react'
import { useReading } from '../../../platform/web/deeds.tsx'
import { chooseLanguage } from '../../../platform/web/language-choice.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { openLink, type LinkView } from '../contract.ts'
import { AnswerForm, type Said } from './answer-form.tsx'
import { answerTexts } from './texts.ts'
import './answers.css'

/** The customer's own page: no log-in, nothing but what his link asks about his car. */
export function AnswerPage({ token }: { token: string }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const english = useLanguage() === 'en'
  const link = useReading(openLink, { params: { token } })
  const [said, setSaid] = useState<Said | null>(null)
  const { data, refetch } = link
  const onMoved = useCallback(() => { void refetch() }, [refetch])
  return (
    <main className="answer-page">
      <header className="answer-head">
        <strong>{data === undefined ? '' : english ? data.storeEn : data.storeZh}</strong>
        <Button kind="quiet" onPress={() => chooseLanguage(english ? 'zh-CN' : 'en')}>{t('answers.language')}</Button>
      </header>
      <LoadBar busy={link.isPending} />
      {link.isError ? <><h1>{t('answers.link')}</h1><Notice tone="danger">{t('answers.not-there')}</Notice></> : null}
      {data === undefined ? null : (
        <>
          <h1>{t(data.subject === 'estimate' ? 'answers.title-estimate' : 'answers.title', { plate: showPlate(data.plate) })}</h1>
          {said !== null ? <Notice tone="info">{t(thanks(data.subject, said), said)}</Notice>
            : data.state === 'open' ? <AnswerForm token={token} view={data} onSaid={setSaid} onMoved={onMoved} />
              : <Notice tone="warn">{t(data.state === 'answered' ? 'answers.was-answered' : 'answers.was-void', { phone: data.storePhone })}</Notice>}
        </>
      )}
    </main>
  )
}

function thanks(subject: LinkView['subject'], { agreed }: Said) {
  if (subject === 'added-work') return 'answers.done'
  return agreed === 0 ? 'answers.done-nothing' : 'answers.done-estimate'
}
