import { useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { countAgain, listLines, type CountView, type LineRow, type lineGroups } from '../contract.ts'
import { whyNotCountAgain } from '../domain/counting.ts'
import { isBlind } from '../domain/life.ts'
import { countPermissions } from '../permissions.ts'
import { ExplainDialog } from './explain-dialog.tsx'
import { countTexts } from './texts.ts'
import { WhyChosen } from './why-chosen.tsx'

type Group = (typeof lineGroups)[number]
const pageSize = 60

/** The shelves in the order of the bins; while the count is blind only who counted, afterwards what came of it. */
export function CountLines({ count }: { count: CountView }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const w = useTexts(webZh, webEn)
  const groups: readonly Group[] = isBlind(count.status) ? ['all', 'uncounted', 'recount'] : ['different', 'all']
  const [chosen, setChosen] = useState<Group | null>(null)
  const group = groups.find((one) => one === chosen) ?? groups[0] ?? 'all'
  const { rows, state, more } = usePages({ ...listLines, path: listLines.path.replace(':countId', count.id) }, { group, limit: pageSize })
  const counts: Readonly<Partial<Record<Group, number>>> = { all: count.lines, uncounted: count.lines - count.counted, recount: count.toRecount, different: count.different ?? 0 }
  return (
    <section className="counts-lines" aria-label={t('counts.lines')}>
      <ChoiceField label={t('counts.show')} hideLabel wide value={group} onChange={setChosen} choices={groups.map((value) => ({ value, text: t(`counts.lines.${value}`), count: counts[value] }))} />
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t(count.lines === 0 && count.startedAt === null ? 'counts.no-lines-yet' : 'counts.no-lines')}</EmptyState> : null}
      <ul>{rows.map((line) => <OneLine key={line.id} count={count} line={line} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: pageSize })}</Button>}
    </section>
  )
}

function OneLine({ count, line }: { count: CountView; line: LineRow }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const state = line.recount ? <StatusTag tone="warn" text={t('counts.line-recount')} /> : line.entries === 0 ? <StatusTag tone="neutral" text={t('counts.line-uncounted')} />
    : line.difference === null ? <StatusTag tone="active" text={t('counts.line-counted')} /> : line.difference === 0 ? <StatusTag tone="done" text={t('counts.line-right')} />
      : <StatusTag tone="danger" text={signed(line.difference)} />
  return (
    <li className="counts-line k-panel" aria-label={`${line.bin} ${line.number}`}>
      <div className="counts-line-head"><strong>{line.bin}</strong><span>{line.number} {english ? line.nameEn : line.nameZh}</span>{line.found ? <StatusTag tone="info" text={t('counts.line-found')} /> : null}{state}</div>
      {line.why === null ? null : <p className="k-quiet-text"><WhyChosen why={line.why} /></p>}
      {line.difference === null || line.difference === 0 ? null : <Difference line={line} />}
      {line.said.length === 0 ? null : <p className="k-quiet-text">{line.said.map(({ name, at, counted }) => `${name} ${moments.time(at)}${counted === null ? '' : ` ${formatThousandths(counted)}`}`).join(' · ')}</p>}
      {line.reason === null ? null : <p>{t('counts.explained-by', { reason: t(`counts.reason.${line.reason}`), words: line.words, name: line.explainedByName ?? '' })}</p>}
      {line.difference === null || line.difference === 0 ? null : <LineDeeds count={count} line={line} />}
    </li>
  )
}

const signed = (thousandths: number): string => (thousandths > 0 ? `+${formatThousandths(thousandths)}` : formatThousandths(thousandths))

function Difference({ line }: { line: LineRow }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  return (
    <Facts layout="columns" facts={[
      { id: 'book', label: t('counts.book'), value: <Quantity thousandths={line.book ?? 0} unit={line.unit} /> }, { id: 'moved', label: t('counts.moved'), value: signed(line.moved ?? 0) },
      { id: 'counted', label: t('counts.counted'), value: <Quantity thousandths={line.counted ?? 0} unit={line.unit} /> },
      ...(line.valueFen === null ? [] : [{ id: 'value', label: t('counts.value'), value: <Money fen={line.adjustedFen ?? line.valueFen} strong /> }]),
    ]} />
  )
}

function LineDeeds({ count, line }: { count: CountView; line: LineRow }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const may = useMay()
  const toast = useToast()
  const [asked, setAsked] = useState<'explain' | 'again' | null>(null)
  const close = () => setAsked(null)
  const again = useDeed(countAgain, () => { close(); toast({ text: t('counts.again-done') }) })
  const explains = count.status === 'explaining' && may(countPermissions.explain)
  const sendsBack = whyNotCountAgain(count.status) === null && may(countPermissions.submit)
  if (!explains && !sendsBack) return null
  return (
    <div className="counts-line-deeds">
      {explains ? <Button onPress={() => setAsked('explain')}>{t('counts.explain')}</Button> : null}
      {sendsBack ? <Button kind="quiet" onPress={() => setAsked('again')}>{t('counts.again')}</Button> : null}
      {asked === 'explain' ? <ExplainDialog count={count} line={line} onClose={close} /> : null}
      {asked === 'again' ? (
        <ConfirmDialog title={t('counts.again')} confirmText={t('counts.again')} kind="primary" busy={again.busy} error={again.error} onClose={close} onConfirm={() => again.run({ params: { countId: count.id, lineId: line.id }, body: { version: count.version } })}>
          {t('counts.again-question')}
        </ConfirmDialog>
      ) : null}
    </div>
  )
}
