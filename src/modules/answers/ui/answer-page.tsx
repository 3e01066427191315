import { useState } from 'react'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { addressOf } from '../../../platform/web/api.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { chooseLanguage } from '../../../platform/web/language-choice.ts'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { SignaturePad } from '../../../ui-kit/signature-pad.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { answerLink, openLink, seePicture, type LinkView } from '../contract.ts'
import { answerTexts } from './texts.ts'
import './answers.css'

/** The customer's own page: no log-in, nothing but his car's added work. */
export function AnswerPage({ token }: { token: string }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const english = useLanguage() === 'en'
  const link = useReading(openLink, { params: { token } })
  const [said, setSaid] = useState<{ agreed: number; refused: number } | null>(null)
  const { data } = link
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
          <h1>{t('answers.title', { plate: showPlate(data.plate) })}</h1>
          {said !== null ? <Notice tone="info">{t('answers.done', said)}</Notice>
            : data.state === 'open' ? <AnswerForm token={token} view={data} onSaid={setSaid} />
              : <Notice tone="warn">{t(data.state === 'answered' ? 'answers.was-answered' : 'answers.was-void', { phone: data.storePhone })}</Notice>}
        </>
      )}
    </main>
  )
}

function AnswerForm({ token, view, onSaid }: { token: string; view: LinkView; onSaid: (said: { agreed: number; refused: number }) => void }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const moments = useMoments()
  const [answers, setAnswers] = useState<Readonly<Record<string, 'yes' | 'no'>>>({})
  const [tail, setTail] = useState('')
  const [name, setName] = useState('')
  const [words, setWords] = useState('')
  const [signature, setSignature] = useState<string | null>(null)
  const deed = useDeed(answerLink, onSaid)
  const open = view.items.filter(({ id }) => answers[id] === undefined).length
  const whyNot = open > 0 ? t('answers.items-open', { count: open }) : !/^\d{4}$/.test(tail) ? t('answers.tail') : name.trim() === '' ? t('answers.name-missing') : signature === null ? t('answers.unsigned') : null
  const agreed = view.items.filter(({ id }) => answers[id] === 'yes')
  const submit = () => deed.run({ params: { token }, body: { tail, name, words, signature, items: view.items.map(({ id }) => ({ id, agreed: answers[id] === 'yes' })) } })
  return (
    <form className="k-stack" onSubmit={(event) => { event.preventDefault(); if (whyNot === null) submit() }}>
      <p>{t('answers.intro')}</p>
      {view.items.map((item) => <Item key={item.id} token={token} item={item} value={answers[item.id] ?? null} onChange={(answer) => setAnswers((before) => ({ ...before, [item.id]: answer }))} />)}
      <p className="answer-total"><span>{t('answers.agreed-total')}</span><strong>{formatFen(agreed.reduce((sum, { totalFen }) => sum + totalFen, 0))}</strong></p>
      {agreed.length === 0 ? null : <p>{t('answers.new-promise', { time: moments.full(view.promisedAt) })}</p>}
      <TextField label={t('answers.tail')} name="tail" inputMode="numeric" value={tail} onChange={setTail} required maxLength={4} />
      <TextField label={t('answers.name')} name="name" value={name} onChange={setName} required maxLength={60} />
      <TextField label={t('answers.words')} name="words" value={words} onChange={setWords} maxLength={200} />
      <SignaturePad label={t('answers.signature')} value={signature} onChange={setSignature} height={150} />
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <Button kind="primary" size="phone" submit wide busy={deed.busy} whyNot={whyNot}>{t('answers.submit')}</Button>
      {whyNot === null ? null : <p role="status" className="k-quiet-text">{whyNot}</p>}
    </form>
  )
}

function Item({ token, item, value, onChange }: { token: string; item: LinkView['items'][number]; value: 'yes' | 'no' | null; onChange: (answer: 'yes' | 'no') => void }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const english = useLanguage() === 'en'
  return (
    <article className="answer-item k-panel" aria-label={item.findings}>
      <div className="answer-item-head"><h2>{item.findings}</h2><StatusTag tone={item.urgency === 'safety' ? 'danger' : item.urgency === 'soon' ? 'warn' : 'neutral'} text={t(`repair-orders.urgency.${item.urgency}`)} /></div>
      {item.photos.map((photoId) => <img key={photoId} className="answer-photo" src={addressOf(seePicture.path, { params: { token, photoId } })} alt={t('answers.photo')} loading="lazy" />)}
      <ul className="answer-lines">
        {item.lines.map((line) => <li key={line.id}><span>{english ? line.nameEn : line.nameZh}</span><Quantity thousandths={line.quantityThousandths} unit={line.kind === 'labour' ? 'h' : line.unit} /><Money fen={line.amountFen} /></li>)}
        <li><strong>{t('answers.total')}</strong><Money fen={item.totalFen} strong /></li>
      </ul>
      <ChoiceField label={item.findings} hideLabel value={value} onChange={onChange} wide choices={[{ value: 'yes', text: t('answers.agree') }, { value: 'no', text: t('answers.refuse') }]} />
    </article>
  )
}
