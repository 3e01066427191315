import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { listTills, seeClosing, tillsFile, type ClosingRow, type ClosingView } from '../contract.ts'
import { settlementPermissions } from '../permissions.ts'
import { CloseTill } from './close-till.tsx'
import { RatesDialog } from './rates-dialog.tsx'
import { settlementTexts } from './texts.ts'
import { OnDelivery } from './on-delivery.tsx'
import { TillEntries } from './till-entries.tsx'
import './settlement.css'

/** The days of the till: what the drawer and the channels should hold, what they did, and why. */
export function TillsPage() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const { day } = useParams({ strict: false }) as { day?: string }
  const navigate = useNavigate()
  const maySet = useMay()(settlementPermissions.setFees)
  const [setting, setSetting] = useState(false)
  const open = (to: string | null) => { void navigate({ to: to === null ? '/tills' : `/tills/${to}` }) }
  return (
    <PageFrame title={t('settlement.tills')} fill actions={maySet ? <Button onPress={() => setSetting(true)}>{t('settlement.rates')}</Button> : undefined}>
      <SplitView showing={day === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('settlement.tills')} sideLabel={t('settlement.tills')} list={<TillList selected={day ?? null} onOpen={open} />}
        detail={day === undefined ? <EmptyState>{t('settlement.pick-till')}</EmptyState> : <Closing key={day} day={day} />} />
      {setting ? <RatesDialog onClose={() => setSetting(false)} /> : null}
    </PageFrame>
  )
}

const cashOff = ({ countedFen, expectedFen }: Pick<ClosingRow, 'countedFen' | 'expectedFen'>): number => (countedFen === null || expectedFen === null ? 0 : countedFen - expectedFen)

function TillList({ selected, onOpen }: { selected: string | null; onOpen: (day: string) => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const w = useTexts(webZh, webEn)
  const [filter, setFilter] = useState<{ open: 'yes' | 'no'; from: string; until: string }>({ open: 'no', from: '', until: '' })
  const asked = { open: filter.open, ...(filter.from === '' ? {} : { from: filter.from }), ...(filter.until === '' ? {} : { until: filter.until }) }
  const { rows, state, more } = usePages(listTills, { ...asked, limit: 60 })
  return (
    <ListPane label={t('settlement.tills')} rows={rows} rowKey={({ day }) => day} state={state} selectedKey={selected} pageKeys onOpen={({ day }) => onOpen(day)}
      empty={<EmptyState>{t(filter.open === 'yes' ? 'settlement.no-open-tills' : 'settlement.no-tills')}</EmptyState>}
      head={(
        <div className="k-stack">
          <ChoiceField label={t('settlement.till-filter')} hideLabel wide value={filter.open} onChange={(open) => setFilter({ ...filter, open })} choices={[{ value: 'no', text: t('settlement.till-filter.all') }, { value: 'yes', text: t('settlement.till-filter.open') }]} />
          <div className="settlement-period">
            <DateTimeField kind="date" label={t('settlement.from')} name="from" value={filter.from} max={filter.until === '' ? undefined : filter.until} onChange={(from) => setFilter({ ...filter, from })} />
            <DateTimeField kind="date" label={t('settlement.until')} name="until" value={filter.until} min={filter.from === '' ? undefined : filter.from} onChange={(until) => setFilter({ ...filter, until })} />
            <Button onPress={() => saveFile(tillsFile, { query: asked })}>{t('settlement.excel')}</Button>
          </div>
        </div>
      )}
      loadMore={more === null ? undefined : { text: w('web.more', { count: 60 }), onPress: more }}
      row={(row) => ({
        primary: row.day, status: <TillTag till={row} off={cashOff(row) !== 0 || row.waysOffFen !== 0} />, trailing: row.countedFen === null ? '' : <Money fen={row.countedFen} strong />,
        secondary: row.differenceReason ?? row.closedByName, ...(cashOff(row) + row.waysOffFen === 0 ? {} : { secondaryTrailing: <Money fen={cashOff(row) + row.waysOffFen} /> }),
      })} />
  )
}

function TillTag({ till, off }: { till: { readonly closedAt: string | null }; off: boolean }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  if (till.closedAt === null) return <StatusTag tone="warn" text={t('settlement.till-day-open')} />
  return off ? <StatusTag tone="danger" text={t('settlement.till-day-off')} /> : <StatusTag tone="done" text={t('settlement.till-day-closed')} />
}

function Closing({ day }: { day: string }) {
  const sentence = useSentence()
  const result = useReading(seeClosing, { params: { day } })
  if (result.isPending) return <LoadBar busy />
  if (result.isError) return <LoadError state={{ error: sentence(result.error), onRetry: () => { void result.refetch() } }} />
  return <Day till={result.data} />
}

function Day({ till }: { till: ClosingView }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const moments = useMoments()
  const [closing, setClosing] = useState(false)
  const channels = till.ways.filter(({ way }) => way !== 'cash')
  const off = cashOff(till)
  return (
    <article className="settlement">
      <header className="settlement-head">
        <h2>{till.day}</h2><TillTag till={till} off={off !== 0 || channels.some(({ amountFen, statedFen }) => statedFen !== null && statedFen !== amountFen)} />
        {till.closedAt === null ? <Button kind="primary" onPress={() => setClosing(true)}>{t('settlement.close-till')}</Button> : null}
      </header>
      <Facts layout="columns" facts={[
        { id: 'float', label: t('settlement.float'), value: <Money fen={till.floatFen} /> }, { id: 'expected', label: t('settlement.expected-cash'), value: <Money fen={till.expectedFen ?? 0} strong /> },
        ...(till.countedFen === null ? [] : [{ id: 'counted', label: t('settlement.counted'), value: <Money fen={till.countedFen} strong /> }, { id: 'off', label: t('settlement.cash-difference'), value: <Money fen={off} /> }]),
        ...(till.closedAt === null ? [] : [{ id: 'closed', label: t('settlement.closed-at'), value: `${till.closedByName} ${moments.full(till.closedAt)}` }]),
        ...(till.differenceReason === null ? [] : [{ id: 'reason', label: t('settlement.difference-reason'), value: till.differenceReason, wide: true }]),
      ]} />
      <Section title={t('settlement.way')}>
        <DataTable label={t('settlement.way')} rows={till.ways} rowKey={({ way }) => way} minimumWidth={660} columns={[
          { id: 'way', header: t('settlement.way'), cell: ({ way }) => t(`settlement.way.${way}`) },
          { id: 'count', header: t('settlement.count'), width: 64, align: 'end', cell: ({ count }) => String(count) },
          { id: 'taken', header: t('settlement.taken'), width: 108, align: 'end', cell: ({ amountFen }) => <Money fen={amountFen} strong /> },
          { id: 'fee', header: t('settlement.fee'), width: 84, align: 'end', cell: ({ way, feeFen }) => (way === 'cash' ? '' : <Money fen={feeFen} />) },
          { id: 'arrives', header: t('settlement.arrives'), width: 108, align: 'end', cell: ({ amountFen, feeFen }) => <Money fen={amountFen - feeFen} /> },
          { id: 'stated', header: t('settlement.stated'), width: 108, align: 'end', cell: ({ statedFen }) => (statedFen === null ? '' : <Money fen={statedFen} />) },
          { id: 'off', header: t('settlement.difference'), width: 92, align: 'end', cell: ({ amountFen, statedFen }) => (statedFen === null ? '' : <Money fen={statedFen - amountFen} />) },
        ]} />
      </Section>
      {till.collected.length === 0 && till.outside.length === 0 ? null : <OnDelivery till={till} />}
      <TillEntries day={till.day} />
      {closing ? <CloseTill day={till.day} onClose={() => setClosing(false)} /> : null}
    </article>
  )
}
