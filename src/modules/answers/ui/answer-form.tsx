import { useEffect, useState } from 'react'
import { addressOf } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { SignaturePad } from '../../../ui-kit/signature-pad.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { totalsByPayer } from '../../repair-orders/domain/lines.ts'
import { ReasonList } from '../../repair-orders/ui/public.tsx'
import { answerLink, seePicture, type LinkView } from '../contract.ts'
import { answerTexts } from './texts.ts'

export type Said = { agreed: number; refused: number }
type Choice = 'yes' | 'no'
type Answered = { readonly [id: string]: Choice }

/** Item by item, then who he is, and his name under it. */
export function AnswerForm({ token, view, onSaid, onMoved }: { token: string; view: LinkView; onSaid: (said: Said) => void; /** Another time can be promised than the one on the page. */ onMoved: () => void }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const [answers, setAnswers] = useState<Answered>({})
  const [{ tail, name, words }, setTyped] = useState({ tail: '', name: '', words: '' })
  const [signature, setSignature] = useState<string | null>(null)
  const [{ oldParts, roadTest }, setChoices] = useState<{ oldParts: 'take' | 'leave'; roadTest: boolean }>(view.choices ?? { oldParts: 'leave', roadTest: false })
  const deed = useDeed(answerLink, onSaid)
  const moved = deed.code === 'answers.promise-moved'
  useEffect(() => { if (moved) onMoved() }, [moved, onMoved])
  const estimate = view.subject === 'estimate'
  const agreed = view.items.filter(({ id }) => answers[id] === 'yes')
  const open = view.items.filter(({ id }) => answers[id] === undefined).length
  const noLabour = estimate && agreed.length > 0 && !agreed.some(({ lines }) => lines.some(({ kind }) => kind === 'labour'))
  const whyNot = open > 0 ? t('answers.items-open', { count: open }) : noLabour ? t('answers.needs-labour') : !/^\d{4}$/.test(tail) ? t('answers.tail') : name.trim() === '' ? t('answers.name-missing') : signature === null ? t('answers.unsigned') : null
  const submit = () => deed.run({ params: { token }, body: { tail, name, words, signature, promisedAt: view.promisedAt, oldParts, roadTest, items: view.items.map(({ id }) => ({ id, agreed: answers[id] === 'yes' })) } })
  const type = (change: Partial<{ tail: string; name: string; words: string }>) => setTyped((before) => ({ ...before, ...change }))
  return (
    <form className="k-stack" onSubmit={(event) => { event.preventDefault(); if (whyNot === null) submit() }}>
      <p>{t(estimate ? 'answers.intro-estimate' : 'answers.intro')}</p>
      <CarPhotos token={token} photos={view.photos} />
      {estimate ? <div className="k-row"><Button onPress={() => setAnswers(Object.fromEntries(view.items.map(({ id }) => [id, 'yes'])))}>{t('answers.agree-all')}</Button></div> : null}
      {view.items.map((item) => <Item key={item.id} token={token} item={item} value={answers[item.id] ?? null} onChange={(answer) => setAnswers((before) => ({ ...before, [item.id]: answer }))} />)}
      <Totals agreed={agreed} />
      {agreed.length === 0 ? null : <ReadyBy view={view} />}
      {view.choices === null || agreed.length === 0 ? null : (
        <>
          <p className="k-quiet-text">{t(view.choices.wash ? 'answers.washed' : 'answers.not-washed')}</p>
          <ChoiceField label={t('answers.old-parts')} value={oldParts} onChange={(chosen) => setChoices({ oldParts: chosen, roadTest })} wide choices={[{ value: 'leave', text: t('repair-orders.old-parts-leave') }, { value: 'take', text: t('repair-orders.old-parts-take') }]} />
          <CheckField label={t('answers.road-test')} checked={roadTest} onChange={(checked) => setChoices({ oldParts, roadTest: checked })} />
          <p className="k-quiet-text">{t('repair-orders.terms')}</p>
        </>
      )}
      <TextField label={t('answers.tail')} name="tail" inputMode="numeric" value={tail} onChange={(typed) => type({ tail: typed })} required maxLength={4} />
      <TextField label={t('answers.name')} name="name" value={name} onChange={(typed) => type({ name: typed })} required maxLength={60} />
      <TextField label={t('answers.words')} name="words" value={words} onChange={(typed) => type({ words: typed })} maxLength={200} />
      <SignaturePad label={t('answers.signature')} value={signature} onChange={setSignature} height={150} />
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <Button kind="primary" size="phone" submit wide busy={deed.busy} whyNot={whyNot}>{t('answers.submit')}</Button>
      {whyNot === null ? null : <p role="status" className="k-quiet-text">{whyNot}</p>}
    </form>
  )
}

function CarPhotos({ token, photos }: { token: string; photos: readonly string[] }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  if (photos.length === 0) return null
  return (
    <details className="answer-photos">
      <summary>{t('answers.car-photos')} · {photos.length}</summary>
      {photos.map((photoId) => <img key={photoId} className="answer-photo" src={addressOf(seePicture.path, { params: { token, photoId } })} alt={t('answers.photo')} loading="lazy" />)}
    </details>
  )
}

/** What he accepts costs, and who else than he pays of it. */
function Totals({ agreed }: { agreed: LinkView['items'] }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const totals = totalsByPayer(agreed.flatMap(({ lines }) => lines))
  return (
    <div>
      <p className="answer-total"><span>{t('answers.agreed-total')}</span><strong>{formatFen(agreed.reduce((sum, { totalFen }) => sum + totalFen, 0))}</strong></p>
      {totals.length < 2 ? null : totals.map(({ payer, totalFen }) => <p key={payer} className="answer-total k-quiet-text"><span>{t(`repair-orders.payer.${payer}`)}</span><span>{formatFen(totalFen)}</span></p>)}
    </div>
  )
}

/** The promise that goes with his yes; where the shop fell behind since it was sent, he sees so before he signs. */
function ReadyBy({ view }: { view: LinkView }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const moments = useMoments(view.timeZone)
  const time = moments.full(view.promisedAt)
  if (view.subject === 'added-work') return <p>{t('answers.new-promise', { time })}</p>
  return (
    <>
      {view.moved ? <Notice tone="warn" title={t('answers.moved')}>{time}</Notice> : null}
      <p className="answer-total"><span>{t('answers.ready-by')}</span><strong>{time}</strong></p>
      {view.reasons.length === 0 ? null : <details><summary>{t('answers.why-then')}</summary><ReasonList reasons={view.reasons} /></details>}
    </>
  )
}

function Item({ token, item, value, onChange }: { token: string; item: LinkView['items'][number]; value: Choice | null; onChange: (answer: Choice) => void }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const english = useLanguage() === 'en'
  const name = english ? item.nameEn : item.nameZh
  const { urgency } = item
  const payers = [...new Set(item.lines.flatMap((line) => [line, ...line.shares].map(({ payer }) => payer)))].filter((payer) => payer !== 'customer')
  return (
    <article className="answer-item k-panel" aria-label={name}>
      <div className="answer-item-head">
        <h2>{name}</h2>
        {urgency === null ? null : <StatusTag tone={urgency === 'safety' ? 'danger' : urgency === 'soon' ? 'warn' : 'neutral'} text={t(`repair-orders.urgency.${urgency}`)} />}
        {payers.map((payer) => <StatusTag key={payer} tone="neutral" text={t('answers.paid-by', { payer: t(`repair-orders.payer.${payer}`) })} />)}
      </div>
      {item.photos.map((photoId) => <img key={photoId} className="answer-photo" src={addressOf(seePicture.path, { params: { token, photoId } })} alt={t('answers.photo')} loading="lazy" />)}
      <ul className="answer-lines">
        {item.lines.map((line) => (
          <li key={line.id}>
            <span>{item.lines.length === 1 && urgency === null ? '' : english ? line.nameEn : line.nameZh}</span><Quantity thousandths={line.quantityThousandths} unit={line.kind === 'labour' ? 'h' : line.unit} />
            {line.follows ? <span className="k-quiet-text">{t('answers.follows')}</span> : <Money fen={line.amountFen} />}
          </li>
        ))}
        {item.lines.length < 2 && urgency === null ? null : <li><strong>{t('answers.total')}</strong><Money fen={item.totalFen} strong /></li>}
      </ul>
      <ChoiceField label={name} hideLabel value={value} onChange={onChange} wide choices={[{ value: 'yes', text: t('answers.agree') }, { value: 'no', text: t('answers.refuse') }]} />
    </article>
  )
}
