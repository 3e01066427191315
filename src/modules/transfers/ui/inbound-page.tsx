import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listInbound, noteInbound, type Inbound } from '../contract.ts'
import { transferPermissions } from '../permissions.ts'
import { transferTexts } from './texts.ts'
import './transfers.css'

/** WHK-1.1: what is on the way, and what its carrier said this morning. */
export function InboundPage() {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const sentence = useSentence()
  const { data, isPending, isError, error, isFetching, refetch } = useReading(listInbound, {})
  const [asking, setAsking] = useState<Inbound | null>(null)
  return (
    <PageFrame title={t('transfers.inbound')}>
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {isPending ? <Skeleton kind="list" lines={6} /> : null}
      {data?.rows.length === 0 ? <EmptyState>{t('transfers.inbound-none')}</EmptyState> : null}
      <ul className="tf-inbound">{(data?.rows ?? []).map((row) => <OneShipment key={row.subjectId} row={row} onAsk={() => setAsking(row)} />)}</ul>
      {asking === null ? null : <WordDialog row={asking} onClose={() => setAsking(null)} />}
    </PageFrame>
  )
}

function OneShipment({ row, onAsk }: { row: Inbound; onAsk: () => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const may = useMay()
  const { word } = row
  return (
    <li className="tf-shipment k-panel">
      <div className="tf-head">
        <StatusTag tone="neutral" text={t(`transfers.inbound.${row.subject}`)} /><strong>{english ? row.fromEn : row.fromZh}</strong><span className="k-quiet-text">{row.number}</span>
        {row.late ? <StatusTag tone="danger" text={t('transfers.inbound-late')} /> : null}<StatusTag tone={row.askedToday ? 'active' : 'warn'} text={t(row.askedToday ? 'transfers.inbound-asked' : 'transfers.inbound-not-asked')} />
        {may(transferPermissions.callCarriers) ? <Button kind={row.askedToday ? 'quiet' : 'plain'} onPress={onAsk}>{t('transfers.inbound-ask')}</Button> : null}
      </div>
      <p className={word === null ? 'k-quiet-text' : undefined}>
        {word === null ? (row.eta === null ? t('transfers.inbound-no-day') : t('transfers.inbound-eta', { day: row.eta })) : t('transfers.inbound-said', { name: word.personName, time: moments.full(word.at), day: word.arrivesOn, due: formatFen(word.dueFen), words: word.words })}
      </p>
    </li>
  )
}

function WordDialog({ row, onClose }: { row: Inbound; onClose: () => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const toast = useToast()
  const today = useToday()
  const [typed, setTyped] = useState<string | null>(null)
  const [dueFen, setDue] = useState<number | null>(row.word?.dueFen ?? 0)
  const [words, setWords] = useState('')
  const arrivesOn = typed ?? (row.eta === null || row.eta < today ? today : row.eta)
  const deed = useDeed(noteInbound, () => { onClose(); toast({ text: t('transfers.inbound-noted') }) })
  const whyNot = arrivesOn < today ? t('transfers.eta-in-past') : dueFen === null || dueFen < 0 ? t('transfers.fill-in') : null
  return (
    <Dialog title={`${t('transfers.inbound-ask')} · ${row.number}`} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null && dueFen !== null) deed.run({ params: { subjectId: row.subjectId }, body: { arrivesOn, dueFen, words } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('transfers.inbound-ask')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <DateTimeField label={t('transfers.inbound-arrives')} name="arrives" kind="date" value={arrivesOn} onChange={setTyped} min={today} required />
        <MoneyField label={t('transfers.inbound-due')} name="due" value={dueFen} onChange={setDue} required />
        <TextField label={t('transfers.inbound-words')} name="words" value={words} onChange={setWords} maxLength={300} />
      </div>
    </Dialog>
  )
}
