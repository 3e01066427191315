import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { ProgressBar } from '../../../ui-kit/progress-bar.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { listBins, listCounts } from '../contract.ts'
import { BinSheet } from './bin-sheet.tsx'
import { Briefing } from './briefing.tsx'
import { CodeBox, type Code } from './code-box.tsx'
import { countTexts } from './texts.ts'
import { countTones } from './tones.ts'
import './counts.css'

/** At the shelves, on the phone: scan a bin, count what lies there. Never a quantity of the books. */
export function CountingPage() {
  const t = useTexts(countTexts.zh, countTexts.en)
  const { countId } = useParams({ strict: false }) as { countId?: string }
  return <PageFrame title={t('counts.counting-title')}>{countId === undefined ? <ChooseCount /> : <Counting key={countId} countId={countId} />}</PageFrame>
}

function ChooseCount() {
  const t = useTexts(countTexts.zh, countTexts.en)
  const navigate = useNavigate()
  const { rows, state } = usePages(listCounts, { group: 'open', limit: 40 })
  const going = rows.filter(({ status }) => status === 'counting' || status === 'recounting' || status === 'planned')
  return (
    <div className="counting">
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && going.length === 0 ? <EmptyState>{t('counts.none-to-count')}</EmptyState> : null}
      <ul className="counting-bins">{going.map((count) => (
        <li key={count.id}>
          <button type="button" className="counting-bin k-panel" onClick={() => { void navigate({ to: count.status === 'planned' ? `/counts/${count.id}` : `/counting/${count.id}` }) }}>
            <strong>{t(`counts.kind.${count.kind}`)}</strong><StatusTag tone={countTones[count.status]} text={t(`counts.status.${count.status}`)} /><span className="k-quiet-text">{count.number} · {t('counts.counted-of', { counted: count.counted, lines: count.lines })}</span>
          </button>
        </li>
      ))}</ul>
    </div>
  )
}

type Bins = AnswerOf<typeof listBins>

function Counting({ countId }: { countId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(listBins, { params: { countId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  if (!data.mineRead) return <div className="counting"><Briefing countId={countId} briefing={data.briefing} unread main /></div>
  return <AtTheShelves countId={countId} bins={data} />
}

/** Where one stands at the shelves; `binFirst` when a part was read before any bin. */
type Shelf = { readonly at: { readonly placeId: string; readonly scanned: Code | null } | null; readonly binFirst: boolean }

/** A bin's code, or a lot's label with its bin, opens the bin; in an open bin a part's code is looked for there, wherever else it lies. */
function afterCode({ at }: Shelf, code: Code): Shelf {
  if (code.placeId !== null && (at === null || code.part === null)) return { at: { placeId: code.placeId, scanned: code }, binFirst: false }
  return at === null ? { at, binFirst: true } : { at: { placeId: at.placeId, scanned: code }, binFirst: false }
}

const leftIn = (bin: Bins['rows'][number], recounting: boolean): number => (recounting ? bin.toRecount : bin.lines - bin.counted)

function AtTheShelves({ countId, bins }: { countId: string; bins: Bins }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const navigate = useNavigate()
  const [{ at, binFirst }, setShelf] = useState<Shelf>({ at: null, binFirst: false })
  const stand = (placeId: string | null) => setShelf({ at: placeId === null ? null : { placeId, scanned: null }, binFirst: false })
  const [onlyOpen, setOnlyOpen] = useState(true)
  const recounting = bins.status === 'recounting'
  const going = bins.status === 'counting' || recounting
  const [done, whole] = recounting ? [bins.lines - bins.toRecount, bins.lines] : [bins.counted, bins.lines]
  const rows = onlyOpen ? bins.rows.filter((bin) => leftIn(bin, recounting) > 0) : bins.rows
  return (
    <div className="counting">
      <div className="counting-head"><StatusTag tone={countTones[bins.status]} text={t(`counts.status.${bins.status}`)} /><span>{t('counts.counted-of', { counted: done, lines: whole })}</span><Button kind="quiet" onPress={() => { void navigate({ to: `/counts/${countId}` }) }}>{t('counts.title-one')}</Button></div>
      <ProgressBar label={t('counts.lines')} done={done} whole={Math.max(1, whole)} tone="active" text={t('counts.counted-of', { counted: done, lines: whole })} />
      {going ? <CodeBox countId={countId} binFirst={binFirst} onCode={(code) => setShelf((before) => afterCode(before, code))} /> : <Notice tone="info">{t('counts.not-counting')}</Notice>}
      {at !== null && going ? <BinSheet key={at.placeId} countId={countId} placeId={at.placeId} recounting={recounting} scanned={at.scanned} onClose={() => stand(null)} /> : (
        <>
          <CheckField label={t('counts.only-open')} checked={onlyOpen} onChange={setOnlyOpen} />
          {rows.length === 0 ? <EmptyState>{t('counts.all-done')}</EmptyState> : null}
          <ul className="counting-bins" aria-label={t('counts.bins')}>{rows.map((bin) => (
            <li key={bin.placeId}>
              <button type="button" className="counting-bin k-panel" disabled={!going} onClick={() => stand(bin.placeId)}>
                <strong>{bin.bin}</strong>
                {leftIn(bin, recounting) === 0 ? <StatusTag tone="done" text={t('counts.bin-done')} /> : <StatusTag tone={recounting ? 'warn' : 'info'} text={t(recounting ? 'counts.bin-recount' : 'counts.bin-open', { count: leftIn(bin, recounting) })} />}
              </button>
            </li>
          ))}</ul>
        </>
      )}
    </div>
  )
}
