import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { chooseQuotes, dropInquiry, seeInquiry, type InquiryView } from '../contract.ts'
import { whyNotChoose } from '../domain/inquiry.ts'
import { supplierPermissions } from '../permissions.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { QuoteTable, type Picked } from './quote-table.tsx'
import { supplierTexts } from './texts.ts'
import { inquiryTones } from './tones.ts'

export function InquirySheet({ inquiryId }: { inquiryId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeInquiry, { params: { inquiryId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet inquiry={data} />
}

/** The quotes side by side; where nothing else is picked, the lowest of each part and kind of repair. */
function Sheet({ inquiry }: { inquiry: InquiryView }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const moments = useMoments()
  const may = useMay()
  const [picked, setPicked] = useState<Picked>({})
  const [doing, setDoing] = useState<'answer' | 'choose' | 'drop' | null>(null)
  const open = inquiry.status === 'open'
  const chooses = open && may(supplierPermissions.choose)
  const unanswered = inquiry.answered < inquiry.asked
  const close = () => setDoing(null)
  return (
    <article className="su-sheet" aria-label={inquiry.number}>
      <header className="su-head"><h2>{inquiry.about}</h2><StatusTag tone={inquiryTones[inquiry.status]} text={t(`suppliers.inquiry.${inquiry.status}`)} /><span className="k-quiet-text">{inquiry.number}</span></header>
      {open ? (
        <div className="su-deeds">
          {may(supplierPermissions.inquire) ? <Button kind={unanswered || !chooses ? 'primary' : 'plain'} onPress={() => setDoing('answer')}>{t('suppliers.answer')}</Button> : null}
          {chooses ? <Button kind={unanswered ? 'plain' : 'primary'} whyNot={inquiry.quotes.length === 0 ? t('suppliers.nothing-chosen') : null} onPress={() => setDoing('choose')}>{t('suppliers.choose')}</Button> : null}
          {may(supplierPermissions.inquire) ? <Menu label={t('suppliers.more')} items={[{ id: 'drop', text: t('suppliers.drop'), destructive: true, onPick: () => setDoing('drop') }]} /> : null}
        </div>
      ) : null}
      <Facts layout="columns" facts={[
        { id: 'asked', label: t('suppliers.asked-by'), value: `${inquiry.askedByName} ${moments.full(inquiry.askedAt)}` },
        { id: 'kinds', label: t('suppliers.repair-kinds'), value: inquiry.kinds.map((kind) => t(`suppliers.repair.${kind}`)).join(' / ') },
        ...(inquiry.endedAt === null ? [] : [{ id: 'ended', label: t('suppliers.ended-by'), value: `${inquiry.endedByName ?? ''} ${moments.full(inquiry.endedAt)}` }]),
        ...(inquiry.words === '' ? [] : [{ id: 'words', label: t('suppliers.reason'), value: inquiry.words, wide: true }]),
      ]} />
      <QuoteTable inquiry={inquiry} picked={picked} {...(chooses ? { onPick: setPicked } : {})} />
      {doing === 'answer' ? <AnswerDialog inquiry={inquiry} onClose={close} /> : doing === 'choose' ? <ChooseDialog inquiry={inquiry} picked={picked} onClose={close} /> : doing === 'drop' ? <DropDialog inquiry={inquiry} onClose={close} /> : null}
    </article>
  )
}

/** What is chosen: as picked, else the lowest. Quotes come sorted by price. */
const chosenOf = (inquiry: InquiryView, picked: Picked) => inquiry.lines.flatMap(({ id: lineId }) => inquiry.kinds.flatMap((kind) => {
  const cell = inquiry.quotes.filter((quote) => quote.lineId === lineId && quote.kind === kind)
  return cell.find(({ supplierId }) => supplierId === picked[`${lineId} ${kind}`]) ?? cell[0] ?? []
}))

function ChooseDialog({ inquiry, picked, onClose }: { inquiry: InquiryView; picked: Picked; onClose: () => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const [words, setWords] = useState('')
  const deed = useDeed(chooseQuotes, () => { onClose(); toast({ text: t('suppliers.choose-done') }) })
  const choices = chosenOf(inquiry, picked)
  const whyNot = t.refusal(whyNotChoose({ status: inquiry.status, choices, quotes: inquiry.quotes, answers: inquiry.answered, words }))
  const run = () => { if (whyNot === null) deed.run({ params: { inquiryId: inquiry.id }, body: { version: inquiry.version, words, choices: choices.map(({ lineId, kind, supplierId }) => ({ lineId, kind, supplierId })) } }) }
  const nameOf = (id: string): string => inquiry.suppliers.find(({ supplierId }) => supplierId === id)?.supplierName ?? ''
  return (
    <Dialog title={t('suppliers.choose')} size="small" onClose={onClose} onSubmit={run} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('suppliers.choose')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('suppliers.choose-question')}</p>
        <Facts facts={choices.map((choice) => ({
          id: `${choice.lineId} ${choice.kind}`, label: `${inquiry.lines.find(({ id }) => id === choice.lineId)?.name ?? ''} · ${t(`suppliers.repair.${choice.kind}`)}`, value: `${nameOf(choice.supplierId)} ${formatFen(choice.unitFen)}`,
        }))} />
        <TextAreaField label={t('suppliers.choose-words')} name="words" value={words} onChange={setWords} maxLength={300} />
      </div>
    </Dialog>
  )
}

function DropDialog({ inquiry, onClose }: { inquiry: InquiryView; onClose: () => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const deed = useDeed(dropInquiry, () => { onClose(); toast({ text: t('suppliers.dropped') }) })
  return (
    <ConfirmDialog title={t('suppliers.drop')} confirmText={t('suppliers.drop')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('suppliers.reason'), missing: t('suppliers.reason-missing') }}
      onConfirm={(reason) => deed.run({ params: { inquiryId: inquiry.id }, body: { version: inquiry.version, reason } })}>{t('suppliers.drop-question')}</ConfirmDialog>
  )
}
