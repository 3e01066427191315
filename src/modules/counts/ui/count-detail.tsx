import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Facts, type Fact } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { seeCount, type CountView } from '../contract.ts'
import { isBlind } from '../domain/life.ts'
import { Briefing } from './briefing.tsx'
import { CountDeeds } from './count-deeds.tsx'
import { CountLines } from './count-lines.tsx'
import { countTexts } from './texts.ts'
import { countTones, percentText } from './tones.ts'

export function CountDetail({ countId }: { countId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeCount, { params: { countId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <CountSheet count={data} />
}

function CountSheet({ count }: { count: CountView }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const blind = count.status === 'counting' || count.status === 'recounting'
  return (
    <article className="counts-sheet" aria-label={count.number}>
      <header className="counts-head"><h2>{t(`counts.kind.${count.kind}`)}</h2><StatusTag tone={countTones[count.status]} text={t(`counts.status.${count.status}`)} /><span className="k-quiet-text">{count.number} · {count.day}</span></header>
      <CountDeeds count={count} />
      <Results count={count} />
      <Steps count={count} />
      {count.kind === 'full' && isBlind(count.status) ? <Briefing countId={count.id} briefing={count.briefing} unread={!count.mineRead} /> : null}
      {blind ? <Notice tone="info">{t('counts.still-blind-hint')}</Notice> : null}
      <CountLines count={count} />
    </article>
  )
}

function Results({ count }: { count: CountView }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const counted = t('counts.counted-of', { counted: count.counted, lines: count.lines })
  const facts: Fact[] = count.accuracy === null ? [{ id: 'counted', label: t('counts.lines'), value: counted }] : [
    { id: 'accuracy', label: t('counts.accuracy'), value: <strong>{percentText(count.accuracy)} %</strong> },
    { id: 'right', label: t('counts.right'), value: `${String(count.right ?? 0)} / ${String(count.lines)}` },
    ...(count.netFen === null ? [] : [{ id: 'net', label: t('counts.net'), value: <Money fen={count.netFen} strong /> }, { id: 'absolute', label: t('counts.absolute'), value: <Money fen={count.absoluteFen} /> }]),
    ...(count.adjustedFen === null ? [] : [{ id: 'adjusted', label: t('counts.adjusted-value'), value: <Money fen={count.adjustedFen} strong /> }]),
  ]
  return <Facts layout="columns" facts={facts} />
}

/** What happened so far, and who did it. */
function Steps({ count }: { count: CountView }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const moments = useMoments()
  const by = (key: 'counts.agreed-by' | 'counts.prepared-by' | 'counts.approved-by' | 'counts.ended-by', name: string | null, at: string | null) => (at === null ? null : t(key, { name: name ?? '', time: moments.full(at) }))
  const planned = count.status === 'planned' && count.kind === 'full'
  const said = [
    by('counts.agreed-by', count.agreedByName, count.agreedAt) ?? (planned ? t('counts.not-agreed-yet') : null),
    by('counts.prepared-by', count.preparedByName, count.preparedAt) ?? (planned ? t('counts.not-prepared-yet') : null),
    by('counts.approved-by', count.approvedByName, count.approvedAt),
    count.adjustedAt === null ? null : t('counts.adjusted-by', { name: count.adjustedByName ?? '', time: moments.full(count.adjustedAt), document: count.document ?? '' }),
    count.endedAt === null ? null : `${t(`counts.status.${count.status}`)} ${by('counts.ended-by', count.endedByName, count.endedAt) ?? ''}${count.endReason === '' ? '' : ` · ${count.endReason}`}`,
  ].filter((line) => line !== null)
  return (
    <div className="counts-steps">
      {said.length === 0 ? null : <ul>{said.map((line) => <li key={line}>{line}</li>)}</ul>}
      {count.counters.length === 0 ? null : (
        <ul className="counts-counters" aria-label={t('counts.counters')}>{count.counters.map((counter) => (
          <li key={counter.personId}>
            <strong>{counter.name}</strong>
            {count.kind === 'full' ? <StatusTag tone={counter.readAt === null ? 'warn' : 'done'} text={t(counter.readAt === null ? 'counts.counter-unread' : 'counts.counter-read')} /> : null}
            {counter.lines === 0 ? null : <span className="k-quiet-text">{t('counts.counter-lines', { count: counter.lines })}</span>}
          </li>
        ))}</ul>
      )}
    </div>
  )
}
