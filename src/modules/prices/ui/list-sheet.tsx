import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Refusal } from '../../../kernel/refusal.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { WorkProgress } from '../../../ui-kit/progress-bar.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { priceKinds, type PriceKind } from '../../catalogue/domain/payers.ts'
import { seeEffect, seeList, type ListView } from '../contract.ts'
import { changes } from '../domain/list.ts'
import { ListDeeds } from './list-deeds.tsx'
import { ListLines } from './list-lines.tsx'
import { priceTexts } from './texts.ts'
import { changeTones, stateTones } from './tones.ts'

export function ListSheet({ listId }: { listId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeList, { params: { listId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet list={data} />
}

/** Whose list it is, what it does here, and line by line how it differs. */
function Sheet({ list }: { list: ListView }) {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const moments = useMoments()
  const kinds = priceKinds.filter((kind) => list.counts.some((count) => count.kind === kind))
  const [wanted, setWanted] = useState<PriceKind | null>(null)
  const kind = wanted ?? kinds[0] ?? 'cap'
  const who = (name: string | null, at: string | null): string => (at === null ? '–' : `${name ?? ''} ${moments.full(at)}`)
  const other = (one: ListView['reverses']) => (one === null ? null : <Link to={`/price-lists/${one.id}`}>{one.number}</Link>)
  return (
    <article className="pr-sheet" aria-label={list.number}>
      <header className="pr-head">
        <h2>{list.name}</h2><StatusTag tone={stateTones[list.state]} text={t(`prices.state.${list.state}`)} />{list.counter ? <StatusTag tone="neutral" text={t('prices.counter')} /> : null}
        <span className="k-quiet-text">{list.number}</span>
      </header>
      <ListDeeds list={list} />
      {list.words === '' ? null : <Notice tone="warn">{list.words}</Notice>}
      {list.refusal === null ? null : <Notice tone="danger">{t.refusal(new Refusal(list.refusal.code, list.refusal.facts))}</Notice>}
      {list.taking === null ? null : <Taking taking={list.taking} />}
      {list.kept === null || list.kept.count === 0 ? null : <Notice tone="warn">{t('prices.kept', { count: list.kept.count, numbers: list.kept.numbers.join(t('prices.and')) })}</Notice>}
      {list.state === 'reading' ? <Notice tone="info">{t('prices.reading-hint')}</Notice> : null}
      <Facts layout="columns" facts={[
        { id: 'day', label: t('prices.from-day'), value: <strong>{list.fromDay ?? t('prices.no-day')}</strong> }, { id: 'brought', label: t('prices.brought'), value: who(list.broughtByName, list.broughtAt) },
        { id: 'asked', label: t('prices.asked'), value: who(list.askedByName, list.askedAt) }, { id: 'approved', label: t('prices.approved'), value: who(list.approvedByName, list.approvedAt) },
        ...(list.endedAt === null ? [] : [{ id: 'ended', label: t('prices.ended'), value: who(list.endedByName, list.endedAt) }]),
        ...(list.reverses === null ? [] : [{ id: 'reverses', label: t('prices.reverses'), value: other(list.reverses) }]), ...(list.reversedBy === null ? [] : [{ id: 'reversed', label: t('prices.reversed-by'), value: other(list.reversedBy) }]),
      ]} />
      {kinds.length < 2 ? null : <ChoiceField label={t('prices.kinds')} hideLabel value={kind} onChange={setWanted} choices={kinds.map((value) => ({ value, text: t(`prices.kind.${value}`) }))} />}
      {list.state === 'reading' ? null : kinds.length === 0 ? <EmptyState>{t('prices.none-found')}</EmptyState> : <><Effect list={list} kind={kind} /><ListLines key={kind} list={list} kind={kind} /></>}
    </article>
  )
}

function Taking({ taking: { done, whole, does } }: { taking: NonNullable<ListView['taking']> }) {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const words = t(does === 'withdraw' ? 'prices.withdrawing-progress' : 'prices.taking-progress', { done: done.toLocaleString('en'), whole: whole.toLocaleString('en') })
  return <WorkProgress label={t(`prices.taking.${does}`)} done={done} whole={whole} words={words} hint={t(does === 'withdraw' ? 'prices.withdrawing-hint' : does === 'reverse' ? 'prices.reversing-hint' : 'prices.taking-hint')} />
}

function Effect({ list, kind }: { list: ListView; kind: PriceKind }) {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const sentence = useSentence()
  const { data, isError, error, refetch } = useReading(seeEffect, { params: { listId: list.id }, query: { kind } })
  const count = (change: (typeof changes)[number]): number => list.counts.find((one) => one.kind === kind && one.change === change)?.count ?? 0
  return (
    <Section title={`${t('prices.effect')} · ${t(`prices.kind.${kind}`)}`}>
      <div className="k-stack">
        <div className="pr-head">{changes.map((change) => <StatusTag key={change} tone={count(change) === 0 ? 'neutral' : changeTones[change]} text={`${t(`prices.change.${change}`)} ${count(change).toLocaleString('en')}`} />)}</div>
        {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
        {data === undefined ? <LoadBar busy={!isError} /> : (
          <Facts layout="columns" facts={[
            { id: 'before', label: t('prices.effect-before'), value: <Money fen={data.beforeFen} /> }, { id: 'after', label: t('prices.effect-after'), value: <Money fen={data.afterFen} /> }, { id: 'sum', label: t('prices.effect-sum'), value: <Money fen={data.afterFen - data.beforeFen} strong /> },
            { id: 'parts', label: t('prices.effect-parts'), value: data.parts.toLocaleString('en') }, ...(data.below === null ? [] : [{ id: 'below', label: t('prices.effect-below'), value: data.below.toLocaleString('en') }]),
            { id: 'estimates', label: t('prices.effect-estimates'), value: data.estimates.toLocaleString('en') },
          ]} />
        )}
        <p className="k-quiet-text">{t('prices.signed-stay')}</p>
      </div>
    </Section>
  )
}
