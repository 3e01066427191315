import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button, buttonClass } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { whyNotAuthorise } from '../../repair-orders/domain/lines.ts'
import { whyNotPromise } from '../../repair-orders/domain/outlook.ts'
import { whyNotSure } from '../../repair-orders/domain/part-number.ts'
import { PromiseField, useLaterPromise, usePromise, type PromiseWish } from '../../repair-orders/ui/public.tsx'
import { makeLink, offerEstimate, seeLinks } from '../contract.ts'
import { answerPermissions } from '../permissions.ts'
import { answerTexts } from './texts.ts'
import './answers.css'

type OrderFacts = Pick<OrderView, 'id' | 'status' | 'lines' | 'promisedAt' | 'addedWork' | 'reception'>
const tones: Readonly<Record<'open' | 'answered' | 'void', Tone>> = { open: 'warn', answered: 'active', void: 'done' }

/** On the order: the button that makes a link while the estimate or added work waits for the customer, and what became of the links before. */
export function OrderLinks({ order }: { order: OrderFacts }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const may = useMay()
  const moments = useMoments()
  const [making, setMaking] = useState(false)
  const allowed = may(answerPermissions.send)
  const estimate = order.status === 'estimated' && order.lines.length > 0
  const waits = estimate || order.addedWork.some(({ status }) => status === 'priced')
  const links = useReading(seeLinks, { params: { orderId: order.id } }, { enabled: allowed && order.reception !== null })
  const rows = links.data?.rows ?? []
  if (!allowed || (!waits && rows.length === 0)) return null
  return (
    <Section title={t('answers.link')} actions={waits ? <Button size="desk" onPress={() => setMaking(true)}>{t(estimate ? 'answers.offer' : 'answers.send')}</Button> : undefined}>
      <ul className="links">
        {rows.slice(0, 3).map(({ id, subject, state, madeAt, madeByName, openedAt, answeredAt, customerName }) => (
          <li key={id}>
            <StatusTag tone={tones[state]} text={t(`answers.state.${state}`)} />
            <span>{t(`answers.subject.${subject}`)}</span>
            <span>{t('answers.sent', { name: madeByName, time: moments.time(madeAt) })}</span>
            <span className="k-quiet-text">{answeredAt !== null ? t('answers.answered', { name: customerName, time: moments.time(answeredAt) }) : openedAt === null ? t('answers.not-opened') : t('answers.opened', { time: moments.time(openedAt) })}</span>
          </li>
        ))}
      </ul>
      {making ? estimate ? <OfferEstimate order={order} onClose={() => setMaking(false)} /> : <MakeLink order={order} onClose={() => setMaking(false)} /> : null}
    </Section>
  )
}

/** The whole estimate: with the promise that a yes brings, computed like that of the counter. */
function OfferEstimate({ order, onClose }: { order: OrderFacts; onClose: () => void }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const [wash, setWash] = useState(true)
  const [wish, setWish] = useState<PromiseWish>({ typed: null, earlyReason: '' })
  const [made, setMade] = useState<AnswerOf<typeof makeLink> | null>(null)
  const [openedAt] = useState(() => Date.now()) // the server asks the clock again
  const deed = useDeed(offerEstimate, setMade)
  const promise = usePromise(order.id, wash, wish)
  const { promisedAt, earliest } = promise
  const { earlyReason } = wish
  const whyNot = t.refusal(whyNotAuthorise({ status: order.status, lines: order.lines, promisedAt, now: openedAt, phoneChecked: true, signature: '', unsignedReason: '' }) ?? whyNotSure(order.lines)
    ?? whyNotPromise({ promisedAt, earliest: earliest === null ? null : Date.parse(earliest), earlyReason }))
  if (made !== null) return <Dialog title={t('answers.link')} size="small" onClose={onClose}><MadeLink made={made} /></Dialog>
  const submit = () => deed.run({ params: { orderId: order.id }, body: { promisedAt: new Date(promisedAt).toISOString(), origin: window.location.origin, terms: { earliest, earlyReason, wash, oldParts: 'leave', roadTest: false, waits: order.reception?.sheet.waits ?? false } } })
  return (
    <Dialog title={t('answers.offer')} onClose={onClose} onSubmit={() => { if (whyNot === null) submit() }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('answers.make')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('answers.offer-for')}</p>
        <div className="k-form">
          <PromiseField promise={promise} onChange={(change) => setWish((before) => ({ ...before, ...change }))} />
          <CheckField label={t('repair-orders.wash')} checked={wash} onChange={setWash} />
        </div>
      </div>
    </Dialog>
  )
}

function MakeLink({ order, onClose }: { order: OrderFacts; onClose: () => void }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const [typed, setTyped] = useState<string | null>(null)
  const promise = useLaterPromise(order, null, { typed, earlyReason: '' })
  const { promisedAt, earliest } = promise
  const [made, setMade] = useState<AnswerOf<typeof makeLink> | null>(null)
  const deed = useDeed(makeLink, setMade)
  const whyNot = promise.shown === '' ? t('answers.promise-missing') : promise.early ? t('answers.promise-early') : null
  if (made !== null) return <Dialog title={t('answers.link')} size="small" onClose={onClose}><MadeLink made={made} /></Dialog>
  return (
    <Dialog title={t('answers.send')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { orderId: order.id }, body: { promisedAt: new Date(promisedAt).toISOString(), origin: window.location.origin, ...(earliest === null ? {} : { earliest }) } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('answers.make')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('answers.link-for')}</p>
        <PromiseField promise={promise} explains={false} onChange={(change) => { if (change.typed !== undefined) setTyped(change.typed) }} />
      </div>
    </Dialog>
  )
}

/** Shown once: to copy into whatever the advisor writes with, or for the customer to scan. */
function MadeLink({ made }: { made: AnswerOf<typeof makeLink> }) {
  const t = useTexts(answerTexts.zh, answerTexts.en)
  const moments = useMoments()
  const toast = useToast()
  const { url } = made
  return (
    <div className="k-stack made-link">
      {url === null ? <Notice tone="warn">{t('answers.no-address')}</Notice> : <code className="made-link-address">{url}</code>}
      <img className="made-link-code" src={made.picture} alt={t('answers.scan')} width={220} height={220} />
      <p>{t('answers.offer-short')}</p>
      <p className="k-quiet-text">{t('answers.valid', { time: moments.full(made.expiresAt) })}</p>
      <div className="k-row">
        {url === null ? null : <Button kind="primary" onPress={() => { navigator.clipboard.writeText(url).then(() => toast({ text: t('answers.copied') }), () => toast({ text: url })) }}>{t('answers.copy')}</Button>}
        <a className={buttonClass('plain')} href={made.path} target="_blank" rel="noopener"><span className="k-button-text">{t('answers.open-here')}</span></a>
      </div>
    </div>
  )
}
